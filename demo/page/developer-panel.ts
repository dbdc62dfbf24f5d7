import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';
import {clockTime} from './format.js';
import {iconCheck, iconChevron} from './icons.js';
import {TEST_USERS} from './test-users.js';
import type {TestUser} from './test-users.js';
import type {Actions, LogEntry, PageState, Settings} from './state.js';

/** What a developer wants beside the page: the element's attributes, users to try, and what the page hears. */
export function developerPanel(state: PageState, actions: Actions): TemplateResult {
  return html`
    <header class="panel-head">
      <h2>Panel de desarrollo</h2>
      <span class="badge good">Sandbox</span>
      <button
        class="panel-toggle"
        type="button"
        aria-expanded=${state.isPanelOpen}
        aria-controls="panel-body"
        aria-label=${state.isPanelOpen ? 'Cerrar el panel' : 'Abrir el panel'}
        @click=${actions.togglePanel}
      >
        ${iconChevron}
      </button>
    </header>
    <div id="panel-body" class="panel-body ${state.isPanelOpen ? '' : 'is-folded'}">
      ${settingsRow(state.settings, actions)} ${testUsers(state, actions)}
      ${eventLog(state.log, actions)}
    </div>
  `;
}

const CHOICES: readonly {
  readonly key: keyof Settings;
  readonly attribute: string;
  readonly values: readonly string[];
}[] = [
  {key: 'presentation', attribute: 'presentation', values: ['modal', 'inline']},
  {key: 'locale', attribute: 'locale', values: ['es', 'pt', 'en']},
  {key: 'accessMode', attribute: 'access-mode', values: ['recurrent', 'single']},
  {key: 'colorScheme', attribute: 'color-scheme', values: ['auto', 'light', 'dark']},
];

function settingsRow(settings: Settings, {changeSettings}: Actions): TemplateResult {
  return html`
    <section class="panel-section settings" aria-label="Atributos del elemento">
      ${CHOICES.map(
        ({key, attribute, values}) => html`
          <label class="setting">
            <code>${attribute}</code>
            <select
              name=${attribute}
              @change=${({currentTarget}: Event) => {
                if (currentTarget instanceof HTMLSelectElement) {
                  changeSettings({[key]: currentTarget.value});
                }
              }}
            >
              ${values.map(
                (value) => html`<option ?selected=${settings[key] === value}>${value}</option>`,
              )}
            </select>
          </label>
        `,
      )}
    </section>
  `;
}

function testUsers({copied}: PageState, actions: Actions): TemplateResult {
  return html`
    <section class="panel-section users" aria-labelledby="users-title">
      <header class="panel-section-head">
        <h3 id="users-title">Usuarios de prueba</h3>
        <span class="muted small">Toca un valor para copiarlo</span>
      </header>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="users-title">
        <table>
          <thead>
            <tr>
              <th scope="col">Institución y resultado</th>
              <th scope="col">Usuario</th>
              <th scope="col">Contraseña</th>
            </tr>
          </thead>
          <tbody>
            ${TEST_USERS.map((user) => userRow(user, copied, actions))}
          </tbody>
        </table>
      </div>
    </section>
  `;
}

function userRow(user: TestUser, copied: string | null, {copy}: Actions): TemplateResult {
  const value = (text: string, what: string): TemplateResult => {
    const key = `${user.user}:${what}:${text}`;
    return html`
      <button class="copy" type="button" title="Copiar" @click=${() => copy(text, key)}>
        <span class="off-screen">Copiar ${what}</span>
        <code>${text}</code
        >${copied === key ? html`<span class="tick">${iconCheck}</span>` : nothing}
      </button>
    `;
  };
  return html`
    <tr>
      <th scope="row">
        ${value(user.institution, 'institución')}
        <span class="result muted">${user.result}</span>
        ${
          user.codes === undefined
            ? nothing
            : html`<span class="codes">
                ${user.codes.map(
                  (code) =>
                    html`<span
                      >${value(code.value, 'código')}
                      <span class="muted">${code.meaning}</span></span
                    >`,
                )}
              </span>`
        }
      </th>
      <td>${value(user.user, 'usuario')}</td>
      <td>${value(user.password, 'contraseña')}</td>
    </tr>
  `;
}

function eventLog(log: readonly LogEntry[], {clearLog}: Actions): TemplateResult {
  return html`
    <section class="panel-section log" aria-labelledby="log-title">
      <header class="panel-section-head">
        <h3 id="log-title">Eventos <span class="count">${log.length}</span></h3>
        <button class="text-button" type="button" ?disabled=${log.length === 0} @click=${clearLog}>
          Borrar
        </button>
      </header>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="log-title">
        ${
          log.length === 0
            ? html`<p class="log-empty muted">
                Aquí aparece cada evento que la página recibe de <code>belvo-connect</code>.
              </p>`
            : html`<ol class="entries" reversed>
                ${log.map(logEntry)}
              </ol>`
        }
      </div>
    </section>
  `;
}

function logEntry({at, name, detail}: LogEntry): TemplateResult {
  return html`
    <li class="entry ${name}">
      <p class="entry-head">
        <b>${name}</b><time class="muted" datetime=${at.toISOString()}>${clockTime(at)}</time>
      </p>
      <pre>${JSON.stringify(detail, null, 1)}</pre>
    </li>
  `;
}
