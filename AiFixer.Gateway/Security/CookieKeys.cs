using AiFixer.Gateway.Options;

namespace AiFixer.Gateway.Security;

/// <summary>The folder of the keys that sign cookies, readable by its owner alone.</summary>
internal static class CookieKeys
{
    public static DirectoryInfo Folder(GatewayOptions options) =>
        OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(options.KeyFolder)
            : Directory.CreateDirectory(options.KeyFolder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
