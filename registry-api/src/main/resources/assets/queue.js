// Selects all rows of the page at once.
const form = document.getElementById('selection');
if (form) {
  const label = document.getElementById('all');
  const all = label.querySelector('input');
  const rows = [...form.querySelectorAll('input[name=goods]')];
  label.hidden = rows.length < 2;
  all.addEventListener('change', () => rows.forEach(row => { row.checked = all.checked; }));
  form.addEventListener('change', () => { all.checked = rows.every(row => row.checked); });
}
