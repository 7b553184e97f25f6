using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace AiFixer.Storage.Databases;

/// <summary>Prefers the system's SQLite, which gets its security fixes, to the one that came with a package.</summary>
internal static class SqliteLibrary
{
    private static readonly Lazy<bool> Loaded = new(Load);

    public static void Use() => _ = Loaded.Value;

    private static bool Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, Resolve);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return true;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var system)
            ? system
            : NativeLibrary.Load(name, assembly, path);
}
