using AiFixer.Plugins.Docker;

namespace AiFixer.Plugins.Checks;

/// <summary>Asks a Docker Engine which it is.</summary>
internal sealed class DockerCheck(string name, DockerClient client) : IConnectionCheck
{
    private string Key => $"{PluginsOptions.Section}:Docker:{name}:Socket";

    public string Subject => $"Docker '{name}'";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        var socket = client.Options.Socket;
        if (!File.Exists(socket))
            return new(Subject, FindingState.Broken, $"there is no socket {socket}", $"start the engine, or let {Key} name its socket");
        var read = await client.GetAsync("/version", DockerJson.Default.DockerVersion, cancellationToken);
        return read.Failed(out var error, out var version)
            ? new(Subject, FindingState.Broken, error.Message, $"check that the engine runs (systemctl status docker), and that the user AiFixer runs as may write to {socket} (usually the group docker)")
            : new(Subject, FindingState.Fine, $"answers at {socket}", Version: OutsideText.Line(version.Version, 60));
    }
}
