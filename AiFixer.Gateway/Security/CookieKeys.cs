using AiFixer.Gateway.Options;

namespace AiFixer.Gateway.Security;

/// <summary>The folder of the keys that sign cookies, readable by its owner alone.</summary>
internal static class CookieKeys
{
    public static DirectoryInfo Folder(GatewayOptions options)
    {
        var path = Path.Combine(options.DataFolder, "keys");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path)
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
