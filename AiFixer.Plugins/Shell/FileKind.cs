using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace AiFixer.Plugins.Shell;

/// <summary>What kind of thing a path is. .NET shows a pipe as a file, and reading one may wait for ever.</summary>
internal static partial class FileKind
{
    private const int WorkingFolder = -100;
    private const int DoNotFollowLinks = 0x100;
    private const uint KindOnly = 1;
    private const int ModeOffset = 28;
    private const int KindMask = 0xF000;
    private const int Plain = 0x8000;

    public static bool IsPlainFile(string path)
    {
        Span<byte> found = stackalloc byte[256];
        return Look(WorkingFolder, path, DoNotFollowLinks, KindOnly, ref MemoryMarshal.GetReference(found)) == 0
            && (BinaryPrimitives.ReadUInt16LittleEndian(found[ModeOffset..]) & KindMask) == Plain;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Look(int folder, string path, int flags, uint mask, ref byte found);
}
