// What a reader who sees little, or has a narrow screen, would stumble over.
import { createRequire } from "node:module";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Findings in words; none if all is well. */
export async function check(page) {
  return [...(await sideways(page)), ...(await brokenWords(page)), ...(await accessibility(page))];
}

/** Nobody should have to scroll sideways to read. */
async function sideways(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) {
      return [];
    }
    const widest = [...document.body.querySelectorAll("*")]
      .filter(element => {
        const { left, right } = element.getBoundingClientRect();
        return left < 0 || right > clientWidth;
      })
      .pop();
    return [`is ${scrollWidth} px wide\n    ${widest?.outerHTML.slice(0, 200)}`];
  });
}

/** A word of a size that fits on any screen is not broken in its midst. */
async function brokenWords(page) {
  return page.evaluate(() => {
    const found = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      for (const { 0: word, index } of text.data.matchAll(/(?<!\S)[\p{L}\p{M}\p{N}]{2,20}(?![^\s.,:;)])/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)));
        if (lines.size > 1) {
          found.push(`breaks the word ${word}\n    ${text.parentElement.outerHTML.slice(0, 200)}`);
        }
      }
    }
    return found;
  });
}

/** By axe-core, the rules of WCAG 2 at levels A and AA; what is within frames is checked by itself. */
async function accessibility(page) {
  await page.addScriptTag({ path: AXE });
  const { violations } = await page.evaluate(
    rules => window.axe.run({ exclude: ["iframe"] }, { runOnly: rules, resultTypes: ["violations"] }), RULES);
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      `${id} (${impact})\n    ${target.join(" ")}\n    ${html.slice(0, 200)}\n    ${failureSummary.replaceAll("\n", "\n    ")}`));
}
