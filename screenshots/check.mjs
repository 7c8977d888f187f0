// What a reader who sees little, or has a narrow screen, would stumble over.
import { createRequire } from "node:module";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Findings in words; none if all is well. */
export async function check(page) {
  return [...(await sideways(page)), ...(await accessibility(page))];
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

/** By axe-core, the rules of WCAG 2 at levels A and AA; what is within frames is checked by itself. */
async function accessibility(page) {
  await page.addScriptTag({ path: AXE });
  const { violations } = await page.evaluate(
    rules => window.axe.run({ exclude: ["iframe"] }, { runOnly: rules, resultTypes: ["violations"] }), RULES);
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target, html, failureSummary }) =>
      `${id} (${impact})\n    ${target.join(" ")}\n    ${html.slice(0, 200)}\n    ${failureSummary.replaceAll("\n", "\n    ")}`));
}
