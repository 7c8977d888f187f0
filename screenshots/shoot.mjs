// Takes pictures of mails in every look, checks each, and puts the pictures together: node shoot.mjs GALLERY PICTURES
import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { check } from "./check.mjs";
import { sheet, mailPicture } from "./sheets.mjs";

const LOOKS = [800, 320].flatMap(width => ["light", "dark"].map(scheme => ({ width, scheme })));
const README_PICTURE = fileURLToPath(new URL("../docs/mail.png", import.meta.url));

const [gallery, pictures] = process.argv.slice(2);
const groups = JSON.parse(await readFile(new URL("shots.json", import.meta.url), "utf8"));
groups.page = ["index"];

await rm(pictures, { recursive: true, force: true });
await mkdir(pictures, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking"],
});
const findings = [];
try {
  for (const [group, mails] of Object.entries(groups)) {
    const shots = [];
    for (const mail of mails) {
      for (const look of LOOKS) {
        const shot = await shoot(mail, look);
        shots.push(shot);
        findings.push(...shot.findings);
      }
    }
    await sheet(browser, path.join(pictures, group), shots);
  }
  await mailPicture(browser, pathToFileURL(path.join(gallery, "en/mixed-3.html")).href, README_PICTURE);
} finally {
  await browser.close();
}
report();

/** Opens a page in a look, takes its picture, and checks it. */
async function shoot(mail, { width, scheme }) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(path.join(gallery, mail + ".html")).href);
    const name = `${mail}, ${width} px, ${scheme}`;
    const file = `${mail.replaceAll("/", "-")}-${width}-${scheme}.png`;
    await page.screenshot({ path: path.join(pictures, file), fullPage: true });
    return { name, file, width, findings: (await check(page)).map(finding => `${name}: ${finding}`) };
  } finally {
    await context.close();
  }
}

function report() {
  const mails = Object.values(groups).flat().length;
  console.log(`${mails} pages in ${LOOKS.length} looks: ${pictures}`);
  if (findings.length > 0) {
    console.error(`${findings.length} findings:\n\n${findings.join("\n\n")}`);
    process.exitCode = 1;
  }
}
