using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Ssh;

/// <summary>Words that every shell reads as themselves.</summary>
internal static partial class SafeWord
{
    public static bool Fits(string word) => Pattern().IsMatch(word);

    [GeneratedRegex(@"^[A-Za-z0-9_./:=@+-]{1,1000}\z")]
    private static partial Regex Pattern();
}
