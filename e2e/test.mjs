// What `npm test` runs. Nothing newer than the syntax of Node 12 here: an old Node must reach the sentence.
import { nodeTooOld } from "../app/cli/node-floor.mjs";

var tooOld = nodeTooOld(process.version);
if (tooOld) {
  console.error(tooOld);
  process.exitCode = 1;
} else {
  import("./run-tests.mjs").then((module) => module.runTests(process.argv.slice(2)));
}
