using AiFixer.Plugins.Processes;

namespace AiFixer.Plugins.Ssh;

/// <summary>
/// Sends words to a host through the system's ssh. It joins them with spaces and the host's shell reads them again: so only words
/// of safe characters leave, which no shell reads as anything else.
/// </summary>
internal sealed class SshRunner(IReadOnlyDictionary<string, SshHostOptions> hosts, ProcessRunner processes, TimeProvider time)
{
    /// <summary>Asks something that changes nothing: it connects and asks at once.</summary>
    public Task<SshReport> AskAsync(string host, IReadOnlyList<string> words, CancellationToken cancellationToken) =>
        WithFolderAsync(host, words, folder => folder.AskAsync(processes, hosts[host], words, cancellationToken), cancellationToken);

    /// <summary>Connects first; the words leave when they still may once the connection is there.</summary>
    public Task<SshReport> SendAsync(string host, IReadOnlyList<string> words, Func<bool> mayLeave, CancellationToken cancellationToken) =>
        WithFolderAsync(
            host, words,
            async folder =>
            {
                await using var line = SshLine.Open(folder, processes, hosts[host], time, cancellationToken);
                if (await line.FailedAsync(cancellationToken) is { } failed)
                    return SshReport.Of(host, words, failed, folder.Log());
                return await line.SendAsync(words, mayLeave, cancellationToken);
            },
            cancellationToken);

    private async Task<SshReport> WithFolderAsync(
        string host, IReadOnlyList<string> words, Func<SshFolder, Task<SshReport>> work, CancellationToken cancellationToken)
    {
        if (words.FirstOrDefault(w => !SafeWord.Fits(w)) is { } unsafeWord)
            return SshReport.NeverLeft(host, $"'{OutsideText.Line(unsafeWord, 60)}' is not a plain word");
        using var folder = SshFolder.Make(host);
        await folder.ConfigureAsync(SshConfiguration.Of(host, hosts), cancellationToken);
        return await work(folder);
    }
}
