using AiFixer.Gateway.Commands.Eval.Variations;
using AiFixer.Gateway.Commands.Incidents;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>Runs the cases that are asked for, one after the other, and shows what became of them.</summary>
internal sealed class EvalProgram(CaseRunner runner, TextWriter output, TextWriter errors)
{
    internal const int EveryCaseRan = 0;
    internal const int NotEveryCaseRan = 1;
    internal const int WrongUsage = 2;

    public async Task<int> RunAsync(EvalRequest request, CancellationToken cancellationToken)
    {
        if (request.Unknown is [var word, ..])
            return await RefuseAsync($"'{word}' is not understood; aifixer eval --help says what is");
        var folders = CaseFolders.Below(request.Folder);
        if (folders.Count == 0)
            return await RefuseAsync(Directory.Exists(request.Folder) ? $"there are no cases in {request.Folder}" : $"there is no folder {request.Folder}");
        if (request.Only.FirstOrDefault(id => !folders.Any(folder => Path.GetFileName(folder) == id)) is { } missing)
            return await RefuseAsync($"--only: there is no case {missing} in {request.Folder}");
        // Before the cases take their time: a page that cannot be used is no news for the end.
        if (request.Page is { } page && await page.ProblemAsync(cancellationToken) is { } problem)
            return await RefuseAsync(problem);
        if (request.Transcripts?.Problem() is { } unwritable)
            return await RefuseAsync(unwritable);
        return await ShowAsync(await RunAsync(folders, request, cancellationToken), request);
    }

    private async Task<EvalReport> RunAsync(IReadOnlyList<string> folders, EvalRequest request, CancellationToken cancellationToken)
    {
        var results = new List<(string Folder, CaseResult Result)>();
        var asked = folders.Where(folder => request.Only.Count == 0 || request.Only.Contains(Path.GetFileName(folder))).ToList();
        var warmUp = request.Cold ? (TimeSpan?)null : await WarmUp.OfAsync(asked, cancellationToken);
        foreach (var folder in asked)
            results.Add((folder, await runner.RunAsync(folder, cancellationToken)));
        var ran = results.Where(one => one.Result is CaseResult.Ran).Select(one => (one.Folder, (CaseResult.Ran)one.Result));
        var varied = request.Vary ? await new VariationRunner(runner).RunAsync(ran, cancellationToken) : null;
        return EvalReport.Of([.. results.Select(one => one.Result)], varied) with { WarmUp = warmUp };
    }

    private async Task<int> ShowAsync(EvalReport report, EvalRequest request)
    {
        foreach (var failed in report.Failed)
            await errors.WriteLineAsync($"aifixer eval: {TerminalText.Of($"{failed.Name} could not run: {failed.Reason}")}");
        if (request.Explain)
        {
            foreach (var one in report.Cases.Concat(report.Changed))
                await (request.Json ? errors : output).WriteLineAsync(EvalExplanation.Of(one));
        }

        // What was paid for is shown before anything can go wrong with files.
        await output.WriteLineAsync(request.Json ? EvalJson.Of(report) : EvalText.Of(report));
        return await WriteAsync(report, request) && report.Failed.Count == 0 ? EveryCaseRan : NotEveryCaseRan;
    }

    private async Task<bool> WriteAsync(EvalReport report, EvalRequest request)
    {
        try
        {
            if (request.Page is { } page)
                await page.WriteAsync(report);
            if (request.Transcripts is { } transcripts)
                await transcripts.WriteAsync(report.Cases);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"aifixer eval: {TerminalText.Of($"could not write: {e.Message}")}");
            return false;
        }
    }

    private async Task<int> RefuseAsync(string reason)
    {
        await errors.WriteLineAsync($"aifixer eval: {TerminalText.Of(reason)}");
        return WrongUsage;
    }
}
