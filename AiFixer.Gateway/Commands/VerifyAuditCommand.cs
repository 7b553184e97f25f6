using System.CommandLine;
using AiFixer.Hosting.Configuration;
using AiFixer.Hosting.Settings;
using AiFixer.Storage.Audit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Gateway.Commands;

/// <summary><c>aifixer verify-audit</c>: does the store still hold exactly what was written?</summary>
internal static class VerifyAuditCommand
{
    private const int Sound = 0;
    private const int Tampered = 1;

    public static Command Create(Func<WebApplicationBuilder> configure)
    {
        var command = new Command("verify-audit", "Check every digest chain and every signed checkpoint; exits with 1 when anything was changed.");
        var others = new Option<string[]>("--folder")
        {
            Description = "The data folder of another silo on the same store; may be given several times.",
        };
        command.Options.Add(others);
        command.SetAction((parsed, cancellationToken) => RunAsync(configure(), parsed.GetValue(others) ?? [], Console.Out, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(WebApplicationBuilder builder, IReadOnlyList<string> folders, TextWriter output, CancellationToken cancellationToken)
    {
        var problems = new ConfigurationProblems();
        var options = StorageSettings.Read(builder.Configuration, problems);
        problems.ThrowIfAny();
        await using var verifier = AuditVerifier.Create(options, NullLoggerFactory.Instance, folders);
        var report = await verifier.VerifyAsync(cancellationToken);
        await output.WriteLineAsync(AuditReportText.Of(report));
        return report.IsSound ? Sound : Tampered;
    }
}
