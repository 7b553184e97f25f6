namespace AiFixer.Plugins.Worker.Running;

/// <summary>What a plugin says is printed where its host listens: it is in AiFixer's log, with the plugin's name.</summary>
internal sealed class PrintedLog : IPluginLog
{
    public void Debug(string message) => Console.Error.WriteLine(message);

    public void Information(string message) => Console.Error.WriteLine(message);

    public void Warning(string message) => Console.Error.WriteLine($"warning: {message}");
}
