/** Says what failed, and how many passed: the tests are many and the reader has one screen. */

/** @param {AsyncIterable<{type: string, data: any}>} events */
export default async function* reporter(events) {
  let passed = 0;
  for await (const { type, data } of events) {
    const isGroup = data?.details?.type === "suite";
    if (type === "test:pass" && !isGroup) passed += 1;
    if (type === "test:fail" && !isGroup) {
      const { cause, message } = data.details.error;
      yield `${data.file}:${data.line}: ${data.name}\n${cause?.message ?? message}\n\n`;
    }
    if (type === "test:stderr" || type === "test:stdout") yield data.message;
  }
  yield `${passed} passed\n`;
}
