using System.CommandLine;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Models;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary><c>aifixer eval</c>: how good the diagnoses of frozen incidents are. Needs no service, no network and no store.</summary>
internal static class EvalCommand
{
    private const string Offline = "offline";
    private const string Chain = "chain";

    /// <param name="configure">Reads the configuration, for who wants the models in it.</param>
    public static Command Create(Func<WebApplicationBuilder> configure)
    {
        var cases = new Option<string>("--cases") { Description = "A folder of suites, one suite, or one case.", Required = true, HelpName = "DIR" };
        var only = new Option<string[]>("--only") { Description = "Only the case of this folder's name; may be given several times.", HelpName = "ID" };
        var analyst = new Option<string>("--analyst") { Description = "Who diagnoses: nobody but the rules, or the configured models after them.", DefaultValueFactory = _ => Offline };
        analyst.AcceptOnlyFromAmong(Offline, Chain);
        var json = new Option<bool>("--json") { Description = "The report as one JSON object." };
        var explain = new Option<bool>("--explain") { Description = "Show the whole diagnosis of every case, and of every varied one that changed it, beside the report." };
        var vary = new Option<bool>("--vary") { Description = "Run every case again, told in other ways, and report whether the verdict stays." };
        var cold = new Option<bool>("--cold") { Description = "Charge the first cases with what a process does once; usual is to get going first." };
        var transcripts = new Option<string?>("--transcripts") { Description = "Put what was said to models and by them into this folder; with --analyst chain.", HelpName = "DIR" };
        var page = new Option<string?>("--page") { Description = "Put the report between the marks of this page as well.", HelpName = "FILE[#MARK]" };
        var command = new Command("eval", "Diagnose frozen incidents and compare with what was wrong; exits with 1 when a case could not run.") { cases, only, analyst, json, explain, vary, cold, page, transcripts };
        command.SetAction(async (parsed, stop) =>
        {
            using var models = parsed.GetValue(analyst) == Chain ? Models(configure().Configuration) : null;
            if (models is null && parsed.GetValue(transcripts) is not null)
                throw new ConfigurationException(["--transcripts: nothing is said to models without --analyst chain"]);
            var request = new EvalRequest(
                parsed.GetRequiredValue(cases), parsed.GetValue(only) ?? [], parsed.GetValue(json), parsed.GetValue(explain), parsed.GetValue(vary),
                parsed.GetValue(page) is { } file ? EvalPage.Parse(file) : null, parsed.GetValue(transcripts) is { } folder ? new(folder) : null, parsed.UnmatchedTokens);
            return await new EvalProgram(new CaseRunner(models), Console.Out, Console.Error).RunAsync(request with { Cold = parsed.GetValue(cold) }, stop);
        });
        return command;
    }

    private static SharedModels Models(IConfiguration configuration) => SharedModels.Read(configuration)
        ?? throw new ConfigurationException(["--analyst chain: no model is configured; the section Llm says which there are (docs/configuration.md)"]);
}
