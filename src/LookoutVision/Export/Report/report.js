'use strict';
(() => {
  const body = document.querySelector('tbody');
  const rows = [...body.rows];
  const verdict = document.getElementById('verdict');
  const text = document.getElementById('text');
  const shown = document.getElementById('shown');

  function filter() {
    const wanted = text.value.toLowerCase();
    let count = 0;
    for (const row of rows) {
      const fits = (!verdict.value || row.dataset.verdict === verdict.value) && row.textContent.toLowerCase().includes(wanted);
      row.hidden = !fits;
      count += fits;
    }
    shown.textContent = `${count} of ${rows.length} shown`;
  }

  function sort(header, index) {
    const direction = header.getAttribute('aria-sort') === 'ascending' ? -1 : 1;
    document.querySelectorAll('th[aria-sort]').forEach(other => other.removeAttribute('aria-sort'));
    header.setAttribute('aria-sort', direction === 1 ? 'ascending' : 'descending');
    const value = row => row.cells[index].dataset.value;
    rows.sort(header.dataset.sort === 'number'
      ? (a, b) => direction * (value(a) - value(b))
      : (a, b) => direction * value(a).localeCompare(value(b), undefined, { numeric: true }));
    body.append(...rows);
  }

  document.querySelectorAll('th[data-sort]').forEach(header => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = header.textContent;
    header.replaceChildren(button);
    button.addEventListener('click', () => sort(header, header.cellIndex));
  });
  verdict.addEventListener('change', filter);
  text.addEventListener('input', filter);
  document.querySelector('.filter').addEventListener('submit', event => event.preventDefault());
  document.querySelector('.filter').hidden = false;
  filter();
})();
