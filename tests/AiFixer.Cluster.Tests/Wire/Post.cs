using AiFixer.Grains;

namespace AiFixer.Cluster.Tests.Wire;

internal static class Post
{
    /// <summary>The letter as another process gets it.</summary>
    public static Letter Sent(this Letter letter) => new(letter.Format, letter.Json);
}
