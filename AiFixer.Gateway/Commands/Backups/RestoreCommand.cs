using System.CommandLine;
using AiFixer.Storage.Backups;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Gateway.Commands.Backups;

/// <summary><c>aifixer restore</c>: a backup, to where the configuration says and nothing is yet.</summary>
internal static class RestoreCommand
{
    private const int Restored = 0;
    private const int NotSound = 1;

    public static Command Create(Func<WebApplicationBuilder> configure)
    {
        var folder = new Argument<string>("folder") { Description = "What aifixer backup made." };
        var command = new Command("restore", "Put a backup where there is no store. AiFixer is stopped in it until somebody lets it go on; exits with 1 when the audit trail is not as it was written.") { folder };
        command.SetAction((parsed, stop) => RunAsync(configure(), parsed.GetRequiredValue(folder), Console.Out, stop));
        return command;
    }

    private static async Task<int> RunAsync(WebApplicationBuilder builder, string folder, TextWriter output, CancellationToken cancellationToken)
    {
        var report = await Restore.RunAsync(BackupCommand.Options(builder), folder, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
        await output.WriteLineAsync(RestoreText.Of(report));
        return report.Audit.IsSound ? Restored : NotSound;
    }
}
