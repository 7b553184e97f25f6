using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace AiFixer.Bench.Load;

/// <summary>Waits for many sockets on one thread, without the cost of a scheduler.</summary>
internal sealed partial class Poll
{
    private const short Readable = 1;
    private const short Writable = 4;
    private readonly Entry[] _entries;

    public Poll(IReadOnlyList<Socket> sockets)
    {
        _entries = new Entry[sockets.Count];
        for (var i = 0; i < _entries.Length; i++)
            _entries[i] = new() { File = (int)sockets[i].Handle, Wanted = Readable };
    }

    public bool IsReady(int socket) => _entries[socket].Found != 0;

    /// <summary>Whether the socket waits for room to send rather than for an answer.</summary>
    public void WantsRoom(int socket, bool room) => _entries[socket].Wanted = room ? Writable : Readable;

    public void Forget(int socket) => _entries[socket].File = -1;

    public void Wait(int milliseconds) => _ = Wait(_entries, (nuint)_entries.Length, milliseconds);

    [LibraryImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Wait([In, Out] Entry[] entries, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        public int File;
        public short Wanted;
        public short Found;
    }
}
