/** Shown instead of an application that has not been built. Plain, without script: it must always work. */
export const MISSING_PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>承办 · 页面尚未生成</title>
<body style="font: 16px/1.8 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem">
<h1 style="font-size: 1.4rem">页面尚未生成</h1>
<p>服务已经启动，但网页文件还没有生成。请在程序目录运行：</p>
<pre style="background: #f4f5f7; padding: 0.8rem 1rem">npm run build</pre>
<p>完成后刷新本页。</p>
</body>
</html>
`;
