/** Reads long texts beside the page: a worker, so that the page answers to its reader meanwhile. */
import { apartReader } from "./apart.js";
import { loader } from "./tables.js";

/** @import { Means, Task } from "./aside.js" */

/** @type {ReturnType<typeof apartReader>} */
let reader;

addEventListener("message", async (/** @type {MessageEvent<Means | Task>} */ { data }) => {
  if ("core" in data) {
    reader = apartReader(data.core, loader(data.folder), data.place);
  } else {
    postMessage({ number: data.number, result: await reader.read(data.text) });
  }
});
