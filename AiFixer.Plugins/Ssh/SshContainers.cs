using System.Globalization;
using System.Text.Json;
using AiFixer.Plugins.Docker;

namespace AiFixer.Plugins.Ssh;

/// <summary>Looks at containers of a host. What is read of them never holds their environment.</summary>
internal sealed class SshContainers(SshRunner runner, string host)
{
    public async Task<(IReadOnlyList<DockerContainer> Found, SshReport? Trouble)> FindAsync(
        SshCommand command, SshHostOptions options, CancellationToken cancellationToken)
    {
        if (command.Listing(options) is not { } listing)
            return await NamedAsync(command.Name!, cancellationToken);
        var listed = await AskAsync(listing, cancellationToken);
        if (!listed.Succeeded)
            return ([], listed);
        var ids = listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ids.Length == 0 ? ([], null) : await InspectAsync([.. ids.Order(StringComparer.Ordinal)], cancellationToken);
    }

    public async Task<(IReadOnlyList<DockerContainer> Found, SshReport? Trouble)> InspectAsync(
        IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var report = await AskAsync(["docker", "inspect", "--type", "container", .. keys], cancellationToken);
        if (!report.Succeeded)
            return ([], report);
        try
        {
            return (JsonSerializer.Deserialize(report.Output, DockerJson.Default.DockerContainerArray) ?? [], null);
        }
        catch (JsonException e)
        {
            return ([], report with { Ending = SshEnding.Lost, Message = $"host '{host}' sent what cannot be read: {OutsideText.Line(e.Message, 200)}" });
        }
    }

    /// <summary>Docker also takes the beginning of an id for a name.</summary>
    private async Task<(IReadOnlyList<DockerContainer> Found, SshReport? Trouble)> NamedAsync(string name, CancellationToken cancellationToken)
    {
        var (found, trouble) = await InspectAsync([name], cancellationToken);
        return ([.. found.Where(container => container.PlainName == name || container.Id == name)], trouble);
    }

    /// <summary>Whether something happened to a container between two times; null when that cannot be told.</summary>
    public async Task<bool?> TouchedAsync(string id, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var report = await AskAsync(
            ["docker", "events", "--since", Seconds(from), "--until", Seconds(until), "--filter", $"container={id}"], cancellationToken);
        return report.Succeeded ? report.Output.Contains(" container ", StringComparison.Ordinal) : null;
    }

    private Task<SshReport> AskAsync(IReadOnlyList<string> words, CancellationToken cancellationToken) =>
        runner.AskAsync(host, words, cancellationToken);

    private static string Seconds(DateTimeOffset time) =>
        (time.ToUnixTimeMilliseconds() / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
}
