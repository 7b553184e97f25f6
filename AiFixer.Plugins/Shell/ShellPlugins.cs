using AiFixer.Plugins.Processes;

namespace AiFixer.Plugins.Shell;

/// <summary>All plugins that run commands of this machine.</summary>
internal static class ShellPlugins
{
    public static IReadOnlyList<IPlugin> All(ShellOptions options, TimeProvider time)
    {
        var processes = new ProcessRunner(time);
        return [new ShellExec(options, processes), new ShellExecWrite(options, processes)];
    }
}
