/** Small changes to a program, each of which a test should notice. */
import { parse } from "acorn";
import { full } from "acorn-walk";

/** @typedef {{start: number, end: number, to: string}} Change */
/** @typedef {Change & {file: string, name: string, inside?: string}} Mutant `inside` which function it is, by name */

/** @type {Record<string, string>} */
const OPERATORS = {
  "<": "<=",
  "<=": "<",
  ">": ">=",
  ">=": ">",
  "===": "!==",
  "!==": "===",
  "+": "-",
  "-": "+",
};
/** @type {Record<string, string>} */
const LOGICAL = { "&&": "||", "||": "&&" };
/** @type {Record<string, string>} */
const ASSIGNMENTS = { "+=": "-=", "??=": "=" };
/** @type {Record<string, string>} */
const METHODS = { some: "every", every: "some" };
// Calls that may change nothing: x.trim() becomes x.
const DROPPED = new Set(["trim", "trimEnd", "trimStart", "toLowerCase", "toUpperCase", "filter", "sort"]);

/**
 * The changes at one node.
 * @param {any} node
 * @param {(node: any) => string} textOf
 * @returns {Generator<Change>}
 */
function* changesAt(node, textOf) {
  const { start, end } = node;
  const operator = (/** @type {Record<string, string>} */ to) => ({
    start,
    end,
    to: `${textOf(node.left)} ${to[node.operator]} ${textOf(node.right)}`,
  });
  const instead = (/** @type {string} */ to) => ({ start, end, to });
  switch (node.type) {
    case "BinaryExpression":
      // Texts are joined with +, which has no opposite.
      if (node.operator in OPERATORS && !/["'`]/.test(textOf(node))) yield operator(OPERATORS);
      break;
    case "LogicalExpression":
      if (node.operator in LOGICAL) yield operator(LOGICAL);
      else yield* [instead(textOf(node.left)), instead(`(${textOf(node.right)})`)];
      break;
    case "AssignmentExpression":
      if (node.operator in ASSIGNMENTS) yield operator(ASSIGNMENTS);
      break;
    case "ConditionalExpression":
      yield* [instead(`(${textOf(node.consequent)})`), instead(`(${textOf(node.alternate)})`)];
      break;
    case "IfStatement":
      for (const to of ["true", "false"]) yield { start: node.test.start, end: node.test.end, to };
      break;
    case "UnaryExpression":
      if (node.operator === "!") yield instead(textOf(node.argument));
      break;
    case "Literal":
      if (typeof node.value === "number") {
        yield instead(String(node.value > 9 ? 0 : Math.abs(node.value - 1)));
      } else if (node.regex && node.isAlone) {
        yield instead("/(?!)/g");
      }
      break;
    case "TaggedTemplateExpression":
      if (node.isAlone && textOf(node.tag).startsWith("pattern(")) yield instead("/(?!)/g");
      break;
    case "CallExpression":
      if (node.callee.type === "MemberExpression" && !node.callee.computed) {
        const { name, start: from, end: to } = node.callee.property;
        if (Object.hasOwn(METHODS, name)) yield { start: from, end: to, to: METHODS[name] };
        if (DROPPED.has(name)) yield instead(textOf(node.callee.object));
      }
      break;
    case "ExpressionStatement":
    case "ContinueStatement":
    case "BreakStatement":
      yield instead(";");
      break;
    default:
  }
}

/**
 * The functions of a program, the inner ones last.
 * @param {any} tree
 * @returns {any[]}
 */
function functionsOf(tree) {
  /** @type {any[]} */
  const found = [];
  full(tree, (/** @type {any} */ node) => {
    if (/Function/.test(node.type)) found.push(node);
  });
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

const nameOf = (/** @type {string} */ file, /** @type {{start: number}} */ node) => `${file}:${node.start}`;

/**
 * A program whose functions add their names to `globalThis.ran` when they run.
 * @param {string} file
 * @param {string} source
 */
export function watched(file, source) {
  const tree = parse(source, { ecmaVersion: "latest", sourceType: "module" });
  const added = functionsOf(tree).flatMap((node) => {
    const tells = `globalThis.ran?.add("${nameOf(file, node)}")`;
    const { type, start, end } = node.body;
    return type === "BlockStatement"
      ? [{ at: start + 1, text: `${tells};` }]
      : [
          { at: start, text: `(${tells}, ` },
          { at: end, text: ")" },
        ];
  });
  let told = "";
  let from = 0;
  for (const { at, text } of added.toSorted((one, other) => one.at - other.at)) {
    told += source.slice(from, at) + text;
    from = at;
  }
  return told + source.slice(from);
}

/**
 * Every change to a file, each with a name that does not change when lines are added elsewhere.
 * @param {string} file
 * @param {string} source
 * @returns {Mutant[]}
 */
export function mutants(file, source) {
  const tree = parse(source, { ecmaVersion: "latest", sourceType: "module" });
  // The entries of tables are taken away one by one elsewhere.
  full(tree, (/** @type {any} */ node) => {
    if (node.type === "VariableDeclarator" && node.init) node.init.isAlone = true;
    if (node.type === "CallExpression") for (const argument of node.arguments) argument.isAlone = true;
    if (node.type === "MemberExpression") node.object.isAlone = true;
  });
  const textOf = (/** @type {any} */ node) => source.slice(node.start, node.end);
  /** @type {Change[]} */
  const changes = [];
  full(tree, (node) => changes.push(...changesAt(node, textOf)));
  changes.sort((one, other) => one.start - other.start || one.end - other.end);
  const functions = functionsOf(tree);
  /** @type {Map<string, number>} */
  const seen = new Map();
  return changes.map((change) => {
    const lines = source.slice(0, change.start).split("\n").length - 1;
    const from = source.slice(change.start, change.end);
    const short = (/** @type {string} */ text) => text.replace(/\s+/g, " ").slice(0, 70);
    const base = `${file}: ${short(source.split("\n")[lines].trim())} ⇒ ${short(from)} → ${short(change.to)}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    const inside = functions.findLast(({ start, end }) => start <= change.start && change.end <= end);
    return {
      ...change,
      ...{ file, name: count === 1 ? base : `${base} (${count})` },
      ...(inside ? { inside: nameOf(file, inside) } : {}),
    };
  });
}
