namespace AiFixer.Hosting.Notices;

/// <summary>Where a secret may be sent to: by https, or nowhere beyond this machine.</summary>
internal static class SafeAddress
{
    public static Uri? Of(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) ? url : null;
}
