using AiFixer.Gateway.Commands.Eval;
using AiFixer.Hosting.Models;

namespace AiFixer.Tests.Gateway.Eval;

/// <summary>Runs <c>aifixer eval</c> without a terminal.</summary>
internal static class EvalRun
{
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string folder, IReadOnlyList<string>? only = null, bool json = true, bool explain = false, bool vary = false, string? page = null, SharedModels? models = null, string? transcripts = null, bool cold = true)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await new EvalProgram(new CaseRunner(models), output, errors).RunAsync(new(folder, only ?? [], json, explain, vary, page is null ? null : EvalPage.Parse(page), transcripts is null ? null : new(transcripts), []) { Cold = cold }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), errors.ToString());
    }
}
