using System.CommandLine;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary><c>aifixer eval</c>: how good the diagnoses of frozen incidents are. Needs no service, no network and no store.</summary>
internal static class EvalCommand
{
    public static Command Create()
    {
        var cases = new Option<string>("--cases") { Description = "A folder of suites, one suite, or one case.", Required = true, HelpName = "DIR" };
        var only = new Option<string[]>("--only") { Description = "Only the case of this folder's name; may be given several times.", HelpName = "ID" };
        var analyst = new Option<string>("--analyst") { Description = "Who diagnoses.", DefaultValueFactory = _ => "offline" };
        analyst.AcceptOnlyFromAmong("offline");
        var json = new Option<bool>("--json") { Description = "The report as one JSON object." };
        var explain = new Option<bool>("--explain") { Description = "Show the whole diagnosis of every case, and of every varied one that changed it, beside the report." };
        var vary = new Option<bool>("--vary") { Description = "Run every case again, told in other ways, and report whether the verdict stays." };
        var page = new Option<string?>("--page") { Description = "Put the report between the marks of this page as well.", HelpName = "FILE" };
        var command = new Command("eval", "Diagnose frozen incidents and compare with what was wrong; exits with 1 when a case could not run.") { cases, only, analyst, json, explain, vary, page };
        command.SetAction((parsed, stop) => new EvalProgram(Console.Out, Console.Error).RunAsync(
            new(parsed.GetRequiredValue(cases), parsed.GetValue(only) ?? [], parsed.GetValue(json), parsed.GetValue(explain), parsed.GetValue(vary), parsed.GetValue(page), parsed.UnmatchedTokens), stop));
        return command;
    }
}
