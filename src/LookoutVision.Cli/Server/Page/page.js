import { sign } from './signature.js';
import { draw, readHeatmap, readMask, thumbnail } from './overlay.js';

const $ = id => document.getElementById(id);
const percent = (value, digits = 1) => `${(100 * value).toFixed(digits)} %`;
const state = { key: null, clock: 0, shown: null, busy: Promise.resolve() };

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** Asks the server; where it demands signatures, after the user has given a key. */
async function ask(method, path, body, headers = {}) {
  for (;;) {
    const signed = state.key ? await sign(state.key, method, path, body, state.clock) : {};
    const answer = await fetch(path, { method, body, headers: { ...headers, ...signed }, cache: 'no-store' });
    if (answer.ok) return answer;
    const fault = await answer.json().catch(() => ({}));
    const isSigning = /AuthenticationToken|UnrecognizedClient|Signature/.test(answer.headers.get('x-amzn-ErrorType'));
    if (!isSigning) throw new Error(fault.Message ?? `The server answered ${answer.status}.`);
    state.clock = Date.parse(answer.headers.get('Date')) - Date.now() || 0;
    if (!crypto.subtle) throw new Error('This server takes signed requests only, and a browser signs only over HTTPS or on localhost.');
    await askForKey(state.key ? fault.Message : '');
  }
}

/** One dialog, however many requests wait for it. */
function askForKey(fault) {
  return state.asking ??= new Promise(resolve => {
    $('sign-in-fault').textContent = fault;
    $('sign-in').showModal();
    $('sign-in').oncancel = event => event.preventDefault();
    $('sign-in').onclose = () => {
      state.key = { id: $('key-id').value.trim(), secret: $('key-secret').value };
      state.asking = null;
      resolve();
    };
  });
}

async function refresh() {
  try {
    const status = await (await ask('GET', '/page/status')).json();
    showServer(status);
    showModels(status.Models);
    showDays(status.Days);
    showRecent(status.Recent);
  } catch (fault) {
    $('server').className = 'fault';
    $('server').textContent = fault instanceof TypeError ? 'The server does not answer.' : fault.message;
  }
}

function showServer(status) {
  const since = new Date(status.Since).toLocaleString();
  $('server').className = '';
  $('server').textContent = `${status.Version}${status.IsReadOnly ? ' · read-only replica' : ''} · up since ${since}`;
  $('since').textContent = `Counted on this server since ${since}; days are UTC.`;
}

function showModels(models) {
  const names = models.map(m => `${m.ProjectName}/${m.ModelVersion}`);
  $('models').replaceChildren(...models.map((m, i) => element('li', {},
    element('strong', { textContent: names[i] }),
    element('span', { className: 'badge', textContent: m.InferenceUnits === 1 ? '1 unit' : `${m.InferenceUnits} units` }),
    element('span', { className: 'load', textContent: m.Working + m.Waiting === 0 ? 'idle' : `${m.Working} at work, ${m.Waiting} waiting` }))));
  $('no-models').hidden = models.length > 0;
  if ([...$('model').options].map(o => o.value).join('\n') === names.join('\n')) return;
  const chosen = $('model').value;
  $('model').replaceChildren(...names.map(n => element('option', { value: n, textContent: n })));
  if (names.includes(chosen)) $('model').value = chosen;
  $('model').disabled = names.length === 0;
  if (names.length === 0) $('model').append(element('option', { textContent: 'No model is running' }));
}

function showDays(counted) {
  const days = Array.from({ length: 14 }, (_, i) => new Date(Date.now() - (13 - i) * 864e5).toISOString().slice(0, 10))
    .map(date => counted.find(d => d.Date === date) ?? { Date: date, Normal: 0, Anomalous: 0, Invalid: 0 });
  const most = Math.max(1, ...days.map(d => d.Normal + d.Anomalous + d.Invalid));
  const svg = (name, attributes, textContent = '') => {
    const made = Object.assign(document.createElementNS('http://www.w3.org/2000/svg', name), { textContent });
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const chart = svg('svg', { viewBox: '0 0 320 130', role: 'img', 'aria-label': 'Images on each of the last 14 days: '
    + days.map(d => `${d.Date}: ${d.Normal} normal, ${d.Anomalous} anomalous, ${d.Invalid} not judged`).join('; ') });
  chart.append(svg('line', { class: 'axis', x1: 0, x2: 320, y1: 110.5, y2: 110.5 }), svg('text', { x: 0, y: 8 }, most.toLocaleString()));
  days.forEach((day, i) => {
    let top = 110;
    const x = 6 + i * 22.4;
    for (const [kind, count] of [['normal', day.Normal], ['anomalous', day.Anomalous], ['invalid', day.Invalid]]) {
      const height = 94 * count / most;
      top -= height;
      if (count) chart.append(svg('rect', { class: kind, x, y: top, width: 15, height, rx: 1.5 }));
    }
    if (i % 3 === 1) chart.append(svg('text', { x: x + 7.5, y: 125, 'text-anchor': 'middle' }, day.Date.slice(5)));
  });
  $('chart').replaceChildren(chart);
}

function showRecent(recent) {
  $('no-recent').hidden = recent.length > 0;
  $('recent').replaceChildren(...recent.map(r => element('tr', {}, ...[
    [new Date(r.Time).toLocaleTimeString()], [`${r.ProjectName}/${r.ModelVersion}`],
    [r.IsAnomalous ? 'Anomalous' : 'Normal', r.IsAnomalous ? 'bad' : 'good'], [percent(r.Confidence), 'number'],
    [r.AnomalyName.replaceAll(';', ', ') || '–'], [r.AnomalyArea ? percent(r.AnomalyArea, 2) : '–', 'number'],
    [`${r.ElapsedMilliseconds.toFixed(0)} ms`, 'number'], [r.Caller ?? '–'],
  ].map(([textContent, className = '']) => element('td', { textContent, className })))));
}

async function inspect(file) {
  const shown = { file, state: 'wait', button: element('button', { type: 'button', ariaLabel: file.name }, element('canvas')) };
  shown.button.onclick = () => show(shown);
  $('strip').prepend(element('li', {}, shown.button));
  while ($('strip').children.length > 30) $('strip').lastChild.remove();
  show(shown);
  try {
    shown.photograph = await createImageBitmap(file);
    thumbnail(shown.button.firstChild, shown.photograph);
    show(shown);
    if ($('model').disabled) throw new Error('No model is running.');
    const [project, version] = $('model').value.split('/');
    const bytes = await file.arrayBuffer();
    const type = { 'Content-Type': file.type };
    const answer = await ask('POST', `/2020-11-20/projects/${project}/models/${version}/detect`, bytes, type);
    shown.result = (await answer.json()).DetectAnomalyResult;
    shown.overlay = shown.result.AnomalyMask
      ? await readMask(shown.result.AnomalyMask, shown.photograph.width, shown.photograph.height)
      : shown.result.IsAnomalous && await readHeatmap(await ask('POST', `/page/heatmap/${project}/${version}`, bytes, type));
    shown.state = shown.result.IsAnomalous ? 'bad' : 'good';
    thumbnail(shown.button.firstChild, shown.photograph, shown.overlay);
  } catch (fault) {
    shown.state = 'fault';
    shown.fault = fault instanceof DOMException ? 'This is no image that the browser can read.' : fault.message;
  }
  shown.button.className = shown.state;
  shown.button.ariaLabel = `${file.name}: ${{ good: 'normal', bad: 'anomalous', fault: 'not judged' }[shown.state]}`;
  if (state.shown === shown) show(shown);
}

function show(shown) {
  state.shown?.button.removeAttribute('aria-current');
  state.shown = shown;
  shown.button.setAttribute('aria-current', 'true');
  $('stage').hidden = !shown.photograph;
  $('hint').hidden = !!shown.photograph;
  $('drop').classList.toggle('filled', !!shown.photograph);
  $('shade-label').hidden = !shown.overlay;
  if (shown.photograph) draw($('stage'), shown.photograph, shown.overlay, $('shade').value / 100);
  const { result } = shown;
  const title = result ? (result.IsAnomalous ? 'Anomalous' : 'Normal') : shown.fault ? 'Not judged' : 'Looking…';
  const heat = shown.overlay && !result.AnomalyMask ? '; the brighter a place, the more it made the part anomalous' : '';
  const detail = result ? `${percent(result.Confidence)} confident${heat}` : shown.fault ?? '';
  $('verdict').className = `verdict ${shown.state}`;
  $('verdict').hidden = false;
  const found = (result?.Anomalies ?? []).filter(a => a.Name !== 'background');
  $('verdict').replaceChildren(element('h3', { textContent: title }), element('p', { textContent: detail }),
    element('p', { className: 'file', textContent: shown.file.name }), element('ul', {}, ...found.map(a => {
      const swatch = element('span', { className: 'swatch' });
      swatch.style.background = a.PixelAnomaly.Color;
      return element('li', {}, swatch, `${a.Name}: ${percent(a.PixelAnomaly.TotalPercentageArea, 2)} of the image`);
    })));
}

/** One after the other: a model's queue has an end. */
function inspectAll(files) {
  for (const file of files) state.busy = state.busy.then(() => inspect(file));
  state.busy = state.busy.then(refresh);
}

$('files').onchange = () => { inspectAll($('files').files); $('files').value = ''; };
$('shade').oninput = () => state.shown?.photograph && draw($('stage'), state.shown.photograph, state.shown.overlay, $('shade').value / 100);
$('drop').ondragover = event => { event.preventDefault(); $('drop').classList.add('over'); };
$('drop').ondragleave = () => $('drop').classList.remove('over');
$('drop').ondrop = event => { event.preventDefault(); $('drop').classList.remove('over'); inspectAll(event.dataTransfer.files); };
await refresh();
setInterval(() => document.hidden || state.asking || refresh(), 5000);
