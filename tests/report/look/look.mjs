// SPDX-License-Identifier: MIT
// look.mjs MODULES BROWSER SHOTS PAGE...: each page in a headless browser at three widths, light and dark, and as paper.
// Leaves pictures in SHOTS; prints a line for each finding and exits 1 where there is one: what axe-core says, anything on
// the console, a request for something else than the page, a page wider than the screen.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [modules, executablePath, shots, ...pages] = process.argv.slice(2);
const require = createRequire(path.join(path.resolve(modules), 'none.js'));
const entry = path.join(modules, 'node_modules/puppeteer-core');
const exported = JSON.parse(fs.readFileSync(path.join(entry, 'package.json'))).exports['.'];
const main = exported.import ?? exported.default ?? exported;
const { default: puppeteer } = await import(
  pathToFileURL(path.resolve(entry, typeof main === 'string' ? main : main.default)));
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const longest = 4000; // of a picture, in pixels: the start of a page shows its parts
let findings = 0;
function found(where, what) {
  findings += 1;
  console.log(`${where}: ${what}`);
}

async function violations(tab) {
  // The page's own policy forbids what is about to be put into it.
  const client = await tab.createCDPSession();
  await client.send('Page.setBypassCSP', { enabled: true });
  const result = await tab.evaluate(
    `${axe};axe.run(document, { resultTypes: ['violations'] }).then((r) => JSON.stringify(r.violations))`);
  return JSON.parse(result).map((v) =>
    `axe-core ${v.id}: ${v.help} (${v.nodes.length}): ${v.nodes[0].html.slice(0, 120)}`);
}

async function look(browser, page, scheme, width) {
  const where = `${path.basename(page)} ${scheme} ${width}`;
  const tab = await browser.newPage();
  tab.on('console', (message) => found(where, `console: ${message.text()}`));
  tab.on('pageerror', (error) => found(where, `error: ${error.message}`));
  tab.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && url !== pathToFileURL(path.resolve(page)).href)
      found(where, `asks for ${url}`);
  });
  await tab.setViewport({ width, height: 900 });
  await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await tab.goto(pathToFileURL(path.resolve(page)).href);
  const size = await tab.evaluate(() => [document.documentElement.scrollWidth,
    document.documentElement.scrollHeight]);
  if (size[0] > width) found(where, `is ${size[0]} pixels wide`);
  const name = path.join(shots, `${path.parse(page).name}-${scheme}-${width}`);
  await tab.screenshot({ path: `${name}.png`, captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height: Math.min(longest, size[1]) } });
  for (const violation of await violations(tab)) found(where, violation);
  if (scheme === 'light' && width === 800)
    await tab.pdf({ path: path.join(shots, `${path.parse(page).name}.pdf`), format: 'A4' });
  await tab.close();
}

fs.mkdirSync(shots, { recursive: true });
const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
try {
  for (const page of pages)
    for (const scheme of ['light', 'dark'])
      for (const width of [400, 800, 1400]) await look(browser, page, scheme, width);
} finally {
  await browser.close();
}
console.log(`${pages.length} pages looked at, ${findings} findings; pictures in ${shots}`);
process.exit(findings === 0 ? 0 : 1);
