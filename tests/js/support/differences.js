/**
 * Where what was found does not hold what is expected; it may hold more, but nothing where nothing is expected.
 * @param {any} expected
 * @param {any} found
 * @returns {Generator<string>}
 */
export function* differences(expected, found, path = "") {
  if (
    Array.isArray(expected) &&
    Array.isArray(found) &&
    (found.length < expected.length || (expected.length === 0 && found.length > 0))
  ) {
    yield `${path}: expected ${expected.length}; found ${found.length}`;
  } else if (
    expected !== null &&
    typeof expected === "object" &&
    found !== null &&
    typeof found === "object"
  ) {
    for (const [key, value] of Object.entries(expected)) {
      yield* differences(value, found[key], `${path}.${key}`);
    }
  } else if (expected !== found) {
    yield `${path}: expected ${JSON.stringify(expected)}; found ${JSON.stringify(found)}`;
  }
}
