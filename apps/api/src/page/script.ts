/** Runs in the browser. Everything that people typed is set as text, never as markup. */
export const SCRIPT = `
const RULES = { 'excluded': '団体の除外', 'qualification': '資格・合意書', 'prefecture': '地域', 'temperature': '温度帯', 'category': '受取不可の分類', 'allergen': 'アレルゲン', 'shelf-life': '残存日数', 'minimum-lot': '最低出荷単位', 'capacity': '置き場の容量', 'not-requested': '希望なし', 'locked': '固定' };
const PLACES = [['offered', '寄贈申出'], ['withDonor', '寄贈企業'], ['atHub', '集約拠点'], ['reserved', '引当済'], ['inTransit', '輸送中'], ['onHand', '団体の在庫'], ['distributed', '配布済'], ['disposed', '処分'], ['lost', '不足・紛失']];
const number = new Intl.NumberFormat('ja-JP');
const form = document.getElementById('sign-in');
const message = document.getElementById('message');
const place = document.getElementById('round');

function element(tag, text, className) { const e = document.createElement(tag); if (text !== undefined) e.textContent = text; if (className) e.className = className; return e; }
function table(heads, rows) {
  const box = element('div', undefined, 'scroll'); const t = element('table'); const head = element('tr');
  for (const [text, isNumber] of heads) head.append(element('th', text, isNumber ? 'n' : ''));
  t.append(head);
  for (const row of rows) { const tr = element('tr'); row.forEach((cell, i) => tr.append(element('td', typeof cell === 'number' ? number.format(cell) : cell, heads[i][1] ? 'n' : ''))); t.append(tr); }
  box.append(t); return box;
}
async function get(path, token) {
  const response = await fetch('/api/v1/' + path, { headers: { authorization: 'Bearer ' + token, 'accept-language': 'ja' } });
  const body = await response.json();
  if (!response.ok) throw new Error(body.title);
  return body;
}
async function list(path, token) {
  const items = []; let next = null;
  do { const page = await get(path + '?limit=200' + (next ? '&cursor=' + next : ''), token); items.push(...page.items); next = page.next; } while (next);
  return items;
}
async function show(token) {
  const rounds = await list('rounds', token);
  place.replaceChildren();
  for (const round of rounds) {
    const [figures, groups, lots, impact] = await Promise.all([get('rounds/' + round.id + '/figures', token), get('rounds/' + round.id + '/groups', token), list('lots', token), get('impact', token)]);
    place.append(element('h2', round.name + '（着荷日 ' + round.arrivalDate + '）'));
    place.append(element('p', '参加 ' + groups.filter((g) => g.takesPart).length + ' 団体 / 登録 ' + figures.groups + ' 団体、申出 ' + figures.offerLines + ' 品目 ' + number.format(figures.cases.offered) + ' 箱（配分 ' + number.format(figures.cases.placed) + '、未配分 ' + number.format(figures.cases.unplaced) + '、保留 ' + number.format(figures.cases.held) + '）'));
    place.append(element('h2', 'いま、どこに何点あるか'));
    const tiles = element('div', undefined, 'tiles');
    for (const [key, name] of PLACES) { const tile = element('div', name, 'tile'); tile.append(element('b', number.format(figures.units[key]))); tiles.append(tile); }
    place.append(tiles);
    place.append(element('p', figures.conserved ? '帳簿は1点も過不足なく合っています。記帳 ' + number.format(figures.journal.entries) + ' 件。' : '帳簿が合っていません。管理者に知らせてください。', figures.conserved ? '' : 'warn'));
    place.append(element('h2', '団体ごとの配分'));
    place.append(table([['コード'], ['団体'], ['承認世帯数', true], ['配分 点', true], ['1世帯あたり', true], ['対象外の品目']], groups.map((g) => [g.code, g.name, g.approvedHouseholds ?? '—', g.awardedUnits, g.takesPart ? (g.awardedUnits / g.approvedHouseholds).toFixed(1) + ' 点' : (g.answer === 'declining' ? '辞退' : '回答なし'), Object.entries(g.excludedLots).map(([rule, n]) => (RULES[rule] ?? rule) + ' ' + n).join('、')])));
    place.append(element('h2', '品目'));
    place.append(table([['No.', true], ['品名'], ['箱', true], ['入数', true], ['期限'], ['条件・保留']], lots.map((l) => [l.lineNumber, l.name, l.cases, l.unitsPerCase, l.dateRaw ? (l.dateLabel === 'use-by' ? '消費 ' : '賞味 ') + l.effectiveUntil + (l.datePrecision === 'month' ? '（' + l.dateRaw + '）' : '') : '—', l.heldBecause.length ? '保留: ' + l.heldBecause.map((h) => h.messageJa).join(' ') : [l.minCasesPerGroup ? '最低 ' + l.minCasesPerGroup + ' 箱' : '', l.prefectures ? l.prefectures.length + ' 都道府県に限定' : '', l.terms.includes('no-social-media') ? 'SNS掲載不可' : '', l.reportDue ? '転売禁止・記録提出' : ''].filter(Boolean).join('、')])));
    place.append(element('h2', '寄贈企業ごとの成果（配布済み）'));
    place.append(table([['寄贈企業'], ['点', true], ['kg', true], ['のべ世帯', true]], impact.byDonor.map((d) => [d.name, d.units, d.kilograms, d.households])));
  }
}
form.addEventListener('submit', async (event) => {
  event.preventDefault(); message.textContent = '';
  try {
    const response = await fetch('/api/v1/sessions', { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': 'ja' }, body: JSON.stringify({ email: form.email.value }) });
    const body = await response.json();
    if (!response.ok) throw new Error(body.title);
    await show(body.token);
  } catch (error) { message.textContent = error.message; }
});
`;
