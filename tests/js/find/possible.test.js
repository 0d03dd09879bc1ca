/** What a code alone may stand for, for whoever has it in front of them. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { install, piece } from "../support/document.js";
import { given, read } from "../support/data.js";

install();
const { answers } = await import("../../../templates/theme/js/find/answers.js");
const { recognise } = await import("../../../templates/theme/js/recognise/index.js");

const tables = given("en");
const { answer } = answers(
  tables,
  (address) => address,
  async (place) => read(`made/en/${place}.json`),
);

/** @param {string} text */
async function shown(text) {
  const { findings, role } = recognise(text, tables);
  const panel = piece(answer(findings[0], role, null));
  // What a reader has to unfold is loaded only then.
  for (const details of panel.all("details")) await details.dispatch("toggle");
  await new Promise((done) => setTimeout(done, 50));
  return panel.textContent.replace(/\s+/g, " ");
}

/**
 * Whether names stand in a text one after the other.
 * @param {string} text
 * @param {string[]} names
 */
function areInOrder(text, names) {
  const places = names.map((name) => text.indexOf(name));
  assert.ok(
    places.every((place, at) => place > (places[at - 1] ?? 0)),
    `${names.join(", ")}: ${text}`,
  );
}

test("whoever wrote the program reads what they do in each case, the likely ones first", async () => {
  const text = await shown(
    "Error: Request failed with status code 403\n    at createError (/app/axios.js:16:15)",
  );
  areInOrder(text, [
    "A filter has blocked it",
    "Logged in but not allowed",
    "The token lacks a right",
    "The form's token is wrong",
  ]);
  assert.match(text, /What happened: [^.]+\.Developer of the client: /);
});

test("a program does what else people do before a page, and what nobody is told to do comes last", async () => {
  const text = await shown(
    "Error: Request failed with status code 404\n    at createError (/app/axios.js:16:15)",
  );
  areInOrder(text, ["Hidden from strangers", "The address is too long", "No route leads there"]);
});

test("what is likely for nobody in particular is what is so for whoever mostly has the code", async () => {
  areInOrder(await shown("HTTP error 502"), [
    "The backend refused the connection",
    "The backend's answer is unusable",
  ]);
  areInOrder(await shown("HTTP error 409"), [
    "It does not fit the present state",
    "Somebody else has changed it",
  ]);
});

test("without knowing whose text it is, only what is mostly done is told", async () => {
  const text = await shown("HTTP error 403");
  assert.match(text, /Logged in but not allowedWhat to do: /);
  assert.ok(!text.includes("What happened:"), text);
});

test("what a product sends itself comes first, unless an application behind it may have answered", async () => {
  areInOrder(await shown("403 Forbidden\nnginx/1.18.0 (Ubuntu)"), [
    "The folder has no index page",
    "The server may not read the file",
    "A filter has blocked it",
  ]);
  areInOrder(await shown("HTTP/1.1 503 Service Unavailable\nserver: istio-envoy"), [
    "The backend refused the connection",
    "No backend is left to ask",
    "The site is under maintenance",
  ]);
  areInOrder(await shown("HTTP/1.1 400 Bad Request\nServer: nginx/1.25.3"), [
    "The content was understood and refused",
    "The request is malformed",
  ]);
});

test("whoever runs a tool reads first what is likely for most people", async () => {
  areInOrder(
    await shown('Error: 403 Forbidden\n\n  on main.tf line 1, in resource "example_environment" "test":'),
    ["Logged in but not allowed", "The token is not valid", "The form's token is wrong"],
  );
});

test("a bare status of gRPC is first what it mostly is, and not what its reader could mend", async () => {
  areInOrder(await shown("io.grpc.StatusRuntimeException: UNAVAILABLE"), [
    "No connection comes about",
    "The connection broke during the call",
    "The client did not get its credentials out",
  ]);
});

test("of which the words beside a code tell comes before what is likely", async () => {
  const [finding] = recognise("403 Forbidden", tables).findings;
  const panel = piece(answer({ ...finding, beside: ["csrf-failed", "scope-missing"] }, undefined, null));
  await new Promise((done) => setTimeout(done, 50));
  areInOrder(panel.textContent, [
    "The form's token is wrong",
    "The token lacks a right",
    "A filter has blocked it",
    "Logged in but not allowed",
  ]);
});
