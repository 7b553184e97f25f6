using AiFixer.Plugins.Processes;

namespace AiFixer.Plugins.Ssh;

/// <summary>
/// Sends words to a host through the system's ssh. It joins them with spaces and the host's shell reads them again: so only words
/// of safe characters leave, which no shell reads as anything else.
/// </summary>
internal sealed class SshRunner(IReadOnlyDictionary<string, SshHostOptions> hosts, ProcessRunner processes)
{
    private const int MaxLog = 256 * 1024;

    public async Task<SshReport> RunAsync(
        string host, IReadOnlyList<string> words, Func<bool> mayLeave, CancellationToken cancellationToken)
    {
        if (words.FirstOrDefault(w => !SafeWord.Fits(w)) is { } unsafeWord)
            return SshReport.NeverLeft(host, $"'{OutsideText.Line(unsafeWord, 60)}' is not a plain word");
        var folder = Directory.CreateTempSubdirectory("aifixer-ssh-");
        try
        {
            var (config, log) = (Path.Combine(folder.FullName, "config"), Path.Combine(folder.FullName, "log"));
            await File.WriteAllTextAsync(config, SshConfiguration.Of(host, hosts), cancellationToken);
            var report = await processes.RunAsync(
                new("ssh", ["-F", config, "-E", log, "-o", "LogLevel=DEBUG1", "-n", "-T", "-x", "-a", host, .. words])
                {
                    Timeout = hosts[host].ConnectTimeout + hosts[host].CommandTimeout,
                    MaxOutputBytes = 1024 * 1024,
                    MayLeave = mayLeave,
                },
                cancellationToken);
            return SshReport.Of(host, words, report, SshLog.Read(log, MaxLog));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
