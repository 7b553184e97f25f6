using System.CommandLine;
using AiFixer.Hosting.Configuration;
using AiFixer.Plugins.Checks;

namespace AiFixer.Gateway.Commands.Doctor;

/// <summary><c>aifixer doctor</c>: is what is configured reachable and permitted, and what is to do where it is not?</summary>
internal static class DoctorCommand
{
    private const int Healthy = 0;
    private const int Sick = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Command Create(Func<WebApplicationBuilder> configure)
    {
        var json = new Option<bool>("--json") { Description = "The findings as JSON." };
        var command = new Command("doctor", "Check the configuration, the store, every connection and every plugin; exits with 1 when something is broken.") { json };
        command.SetAction((parsed, cancellationToken) => RunAsync(configure(), parsed.GetValue(json), Console.Out, cancellationToken));
        return command;
    }

    internal static async Task<int> RunAsync(WebApplicationBuilder builder, bool json, TextWriter output, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        var findings = await FindAsync(builder, deadline.Token);
        await output.WriteLineAsync(json ? DoctorText.Json(findings) : DoctorText.Of(findings));
        return findings.Any(finding => finding.State == FindingState.Broken) ? Sick : Healthy;
    }

    private static async Task<IReadOnlyList<Finding>> FindAsync(WebApplicationBuilder builder, CancellationToken cancellationToken)
    {
        var problems = new ConfigurationProblems();
        Startup.Compose(builder, problems);
        IEnumerable<Finding> findings = problems.Found.Select(ConfigurationFindings.Of);
        if (problems.Found.Count == 0)
            findings = findings.Prepend(new("configuration", FindingState.Fine, "every value can be used"));
        // Side by side: a store that hangs takes no time from the rest.
        var store = StoreFinding.LookAsync(builder.Configuration, cancellationToken);
        var connections = ConnectionFindings.LookAsync(builder.Configuration, cancellationToken);
        var models = ModelFindings.LookAsync(builder.Configuration, cancellationToken);
        var lark = LarkFinding.LookAsync(builder.Configuration, cancellationToken);
        return [.. findings, .. await store, .. await connections, .. await models, await lark];
    }
}
