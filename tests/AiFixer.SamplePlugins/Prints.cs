using AiFixer.Plugins;

namespace AiFixer.SamplePlugins;

/// <summary>Prints much where its host listens, in every way there is.</summary>
public sealed class Prints() : Sample("prints")
{
    public override async Task<PluginResult> RunAsync(PluginCall call, CancellationToken cancellationToken)
    {
        Console.WriteLine("printed");
        Console.SetOut(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        for (var i = 0; i < 10_000; i++)
            Console.WriteLine("a line that nobody asked for");
        await using var raw = Console.OpenStandardOutput();
        await raw.WriteAsync(new byte[100_000], cancellationToken);
        return PluginResult.Ok("""{"printed":true}""", Console.In.ReadToEnd());
    }
}
