using AiFixer.Plugins.Worker.Loading;
using AiFixer.Plugins.Worker.Running;

namespace AiFixer.Plugins.Worker;

/// <summary>Runs the plugins of one assembly for AiFixer, which starts it and talks to it over standard input and output.</summary>
internal static class Program
{
    private const int Told = 0;
    private const int WrongUsage = 2;

    public static async Task<int> Main(string[] args)
    {
        if (args is not [var assembly])
        {
            await Console.Error.WriteLineAsync("usage: AiFixer.Plugins.Worker ASSEMBLY (started by AiFixer, not by people)");
            return WrongUsage;
        }

        var (input, output) = StandardStreams.Take();
        var catalogue = PluginLoader.Load(assembly);
        await new WorkerLoop(input, output, catalogue).RunAsync();
        // Threads that a plugin left behind do not keep it alive.
        Environment.Exit(Told);
        return Told;
    }
}
