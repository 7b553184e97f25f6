using System.Runtime.InteropServices;

namespace AiFixer.Playground;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (!ProgramArguments.TryParse(args, out var arguments, out var problem))
        {
            await Console.Error.WriteLineAsync($"{problem}\n{ProgramArguments.Usage}");
            return 2;
        }

        var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void onSignal(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, onSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, onSignal);
        await using var world = await PracticeWorld.StartAsync(new() { Port = arguments.Port, BearerToken = arguments.Token, Seed = arguments.Seed });
        if (arguments.Kubeconfig is { } file)
            world.WriteKubeconfig(file);
        Console.WriteLine(Welcome.For(world.Url, arguments.Kubeconfig));
        await stop.Task;
        return 0;
    }
}
