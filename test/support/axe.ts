import 'axe-core';
import type {AxeResults, ImpactValue, RunOptions} from 'axe-core';
import type {BelvoConnect} from '../../src/index.js';

declare global {
  // axe-core puts itself there when a browser loads it.
  var axe: {run(context: Node, options: RunOptions): Promise<AxeResults>};
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe objects to on the whole page, all of its rules on, as sentences. */
export async function accessibilityProblems(): Promise<readonly string[]> {
  await paint();
  const {violations} = await axe.run(document.documentElement, {
    runOnly: {type: 'tag', values: tags},
    resultTypes: ['violations'],
  });
  return violations.flatMap(({id, impact, nodes}) =>
    nodes.map((node) => sentence(id, impact, node)),
  );
}

function sentence(
  rule: string,
  impact: ImpactValue | undefined,
  {target, html, failureSummary = ''}: AxeResults['violations'][number]['nodes'][number],
): string {
  const why = failureSummary.replace(/\s+/g, ' ');
  return `${rule} (${impact ?? 'unknown'}) at ${target.flat().join(' ')}: ${why} ${html.slice(0, 120)}`;
}

/** Screens come with an animation, in which colours are mixed with what is behind: axe looks when it is over. */
async function paint(): Promise<void> {
  const animations = document
    .getAnimations()
    .concat(
      [...document.querySelectorAll('*')].flatMap((each) => each.shadowRoot?.getAnimations() ?? []),
    );
  for (const animation of animations) {
    if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
  }
  await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** Everything in a widget that can be pressed or typed into and is smaller than `least` CSS pixels. */
export function smallTargets(element: BelvoConnect, selector: string, least: number): string[] {
  const all = [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const shown = all.filter((each) => each.checkVisibility() && !each.closest('[inert]'));
  return shown.flatMap((each) => {
    const {width, height} = each.getBoundingClientRect();
    const name = each.getAttribute('aria-label') ?? each.textContent?.trim() ?? each.tagName;
    return width >= least && height >= least ? [] : [`${name}: ${width} × ${height}`];
  });
}
