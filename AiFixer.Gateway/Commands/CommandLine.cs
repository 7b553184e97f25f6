using System.CommandLine;
using System.CommandLine.Invocation;
using AiFixer.Gateway.Commands.Audit;
using AiFixer.Gateway.Commands.Backups;
using AiFixer.Gateway.Commands.Doctor;
using AiFixer.Gateway.Commands.Eval;
using AiFixer.Gateway.Commands.Incidents;
using AiFixer.Gateway.Commands.Playbooks;
using AiFixer.Gateway.Commands.Plugins;
using AiFixer.Gateway.Commands.Replay;
using AiFixer.Hosting.Configuration;
using AiFixer.Storage;

namespace AiFixer.Gateway.Commands;

/// <summary>What <c>aifixer</c> can be told: without a command it serves.</summary>
internal static class CommandLine
{
    private const int CannotStart = 2;
    private const int WrongUsage = 2;

    // Its own handlers would print a stack trace where a sentence explains more, and end the process two seconds after it is
    // told to stop, whatever is still under way.
    private static readonly InvocationConfiguration Invocation = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            var parsed = Root(args).Parse(args);
            var code = await parsed.InvokeAsync(Invocation);
            return parsed.Action is ParseErrorAction ? WrongUsage : code;
        }
        catch (Exception e) when (Startup.IsExpected(e))
        {
            await Console.Error.WriteLineAsync($"aifixer: {e.Message}");
            return CannotStart;
        }
    }

    private static RootCommand Root(string[] args)
    {
        var root = new RootCommand("AiFixer turns alerts into verified fixes, with a person's consent.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.Add(VerifyAuditCommand.Create(() => Startup.Configure(args)));
        root.Add(DoctorCommand.Create(() => Startup.Configure(args)));
        root.Add(PluginCommand.Create(() => Startup.Configure(args)));
        root.Add(PlaybookCommand.Create(() => Startup.Configure(args)));
        root.Add(IncidentCommand.Create());
        root.Add(AuditCommand.Create());
        root.Add(EvalCommand.Create(() => Startup.Configure(args)));
        root.Add(ReplayCommand.Create());
        root.Add(ArchiveCommand.Create(() => Startup.Configure(args)));
        root.Add(BackupCommand.Create(() => Startup.Configure(args)));
        root.Add(RestoreCommand.Create(() => Startup.Configure(args)));
        root.SetAction((_, cancellationToken) => Startup.ServeAsync(args, cancellationToken));
        return root;
    }
}
