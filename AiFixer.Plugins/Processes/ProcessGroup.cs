using System.Runtime.InteropServices;

namespace AiFixer.Plugins.Processes;

/// <summary>Signals for a whole group of processes.</summary>
internal static partial class ProcessGroup
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>A group that is gone already takes no signal, which is as good.</summary>
    public static void Signal(int group, int signal)
    {
        if (group > 1)
            _ = Send(-group, signal);
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Send(int process, int signal);
}
