/** The page without its data; the script fills it after sign-in. */
export const PAGE = `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>わかち — 配分回のようす</title>
<style>
  body { font-family: system-ui, "Noto Sans JP", sans-serif; margin: 0; color: #1a1a1c; background: #f8f8fb; line-height: 1.7; }
  header { background: #0017c1; color: #fff; padding: 1rem 1.25rem; }
  header h1 { margin: 0; font-size: 1.25rem; }
  main { max-width: 72rem; margin: 0 auto; padding: 1rem 1.25rem 3rem; }
  form { display: flex; gap: .5rem; flex-wrap: wrap; align-items: end; }
  label { display: block; font-weight: 700; }
  input { font: inherit; padding: .5rem; border: 1px solid #626264; border-radius: .5rem; width: min(22rem, 80vw); }
  button { font: inherit; font-weight: 700; padding: .5rem 1.25rem; border: 0; border-radius: .5rem; background: #0017c1; color: #fff; min-height: 2.75rem; }
  h2 { font-size: 1.125rem; margin: 2rem 0 .5rem; }
  .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: .5rem; }
  .tile { background: #fff; border: 1px solid #d9d9dd; border-radius: .5rem; padding: .5rem .75rem; }
  .tile b { display: block; font-size: 1.25rem; font-variant-numeric: tabular-nums; }
  .scroll { overflow-x: auto; background: #fff; border: 1px solid #d9d9dd; border-radius: .5rem; }
  table { border-collapse: collapse; width: 100%; min-width: 46rem; font-size: .9375rem; }
  th, td { text-align: left; padding: .375rem .625rem; border-bottom: 1px solid #e8e8eb; vertical-align: top; }
  td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .warn { color: #a30000; }
  [role=alert] { color: #a30000; font-weight: 700; }
</style>
</head>
<body>
<header><h1>わかち <small>Wakachi</small></h1></header>
<main>
<form id="sign-in"><div><label for="email">メールアドレス（お試し用）</label><input id="email" name="email" type="email" required value="jimukyoku@mihon.example"></div><button>サインイン</button></form>
<p id="message" role="alert"></p>
<div id="round"></div>
</main>
<script src="/page.js" defer></script>
</body>
</html>`;
