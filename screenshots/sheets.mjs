// Pictures of pictures.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

const LARGEST_IN_README = 300_000;

/** A page that shows pictures side by side, and itself as a picture, in which the long ones are cut. */
export async function sheet(browser, file, shots) {
  const figures = shots.map(({ name, file, width }) =>
    `<figure style="width:${width / 2}px"><a href="${file}"><img src="${file}" alt=""></a><figcaption>${name}</figcaption></figure>`);
  await writeFile(file + ".html", `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${path.basename(file)}</title><style>
body { margin: 16px; background: #888; color: #000; font: 13px/1.4 system-ui, sans-serif; display: flex; flex-wrap: wrap; gap: 16px; }
figure { margin: 0; }
a { display: block; height: 700px; overflow: hidden; }
img { width: 100%; display: block; }
</style></head><body>
${figures.join("\n")}
</body></html>
`);
  // Two mails, or one with its four looks, in a row.
  const page = await browser.newPage({ viewport: { width: 1232, height: 800 } });
  await page.goto(pathToFileURL(file + ".html").href);
  await page.screenshot({ path: file + ".png", fullPage: true });
  await page.close();
}

/** The mail at a desk by day, and on a telephone by night. */
export async function mailPicture(browser, url, file) {
  const height = 1000;
  const looks = [{ width: 800, scheme: "light" }, { width: 320, scheme: "dark" }];
  const images = [];
  for (const { width, scheme } of looks) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme });
    await page.goto(url);
    images.push((await page.screenshot()).toString("base64"));
    await page.close();
  }
  const page = await browser.newPage({ viewport: { width: 800 + 320 + 24, height } });
  await page.setContent(`<body style="margin:0;display:flex;gap:24px;background:transparent">
    ${images.map(image => `<img alt="" src="data:image/png;base64,${image}" style="border-radius:12px">`).join("")}</body>`);
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  if (picture.length > LARGEST_IN_README) {
    throw new Error(`${file} would have ${picture.length} bytes, more than ${LARGEST_IN_README}`);
  }
  await writeFile(file, picture);
}
