import {css, html, type TemplateResult} from 'lit';
import {surveyReasons} from '../flow/inputs.js';
import type {Survey} from '../flow/state.js';
import {primaryButton, secondaryButton} from '../fragments/button.js';
import {heading} from '../fragments/heading.js';
import type {ScreenTools} from './tools.js';

/** One question about why the person leaves, which can be skipped. */
export function survey(_state: Survey, {t, send}: ScreenTools): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const answer = new FormData(event.currentTarget).get('reason');
    send({type: 'answerSurvey', reason: surveyReasons.find((reason) => reason === answer) ?? null});
  };
  return html`<form class="screen survey" @submit=${submit}>
    <div class="body" part="body">
      ${heading(t('survey.title'))}
      <p>${t('survey.text')}</p>
      <div role="radiogroup" aria-labelledby="heading">
        ${surveyReasons.map(
          (reason) =>
            html`<label class="option">
              <input type="radio" name="reason" value=${reason} />
              <span>${t(`survey.${reason}`)}</span>
            </label>`,
        )}
      </div>
    </div>
    <div class="footer" part="footer">
      ${primaryButton(t('survey.send'))}
      ${secondaryButton(t('survey.skip'), () => send({type: 'answerSurvey', reason: null}))}
    </div>
  </form>`;
}

export const surveyStyles = css`
  .option {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 52px;
    margin-block-end: 10px;
    padding: 8px 16px;
    border-radius: var(--_radius);
    box-shadow: inset 0 0 0 1px var(--_line);
    cursor: pointer;
  }
  .option:hover {
    box-shadow: inset 0 0 0 1px var(--_line-strong);
  }
  .option:has(:checked) {
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }
  .option:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    .option {
      border: 1px solid ButtonText;
    }
    .option:has(:checked) {
      border: 3px solid Highlight;
    }
  }
  .option input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
    outline: none;
  }
`;
