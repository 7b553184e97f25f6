using System.CommandLine;
using AiFixer.Hosting.Configuration;

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
        var page = new Option<string?>("--page") { Description = "Put the report between the marks of this page as well.", HelpName = "FILE[#MARK]" };
        var command = new Command("eval", "Diagnose frozen incidents and compare with what was wrong; exits with 1 when a case could not run.") { cases, only, analyst, json, explain, vary, page };
        command.SetAction((parsed, stop) =>
        {
            var runner = new CaseRunner(parsed.GetValue(analyst) == Chain ? Models(configure().Configuration) : null);
            return new EvalProgram(runner, Console.Out, Console.Error).RunAsync(
                new(
                    parsed.GetRequiredValue(cases), parsed.GetValue(only) ?? [], parsed.GetValue(json), parsed.GetValue(explain), parsed.GetValue(vary),
                    parsed.GetValue(page) is { } file ? EvalPage.Parse(file) : null, parsed.UnmatchedTokens),
                stop);
        });
        return command;
    }

    private static IConfiguration Models(IConfiguration configuration) => CaseServices.HasModels(configuration)
        ? configuration
        : throw new ConfigurationException(["--analyst chain: no model is configured; the section Llm says which there are (docs/configuration.md)"]);
}
