using System.Text.RegularExpressions;

namespace AiFixer.Tests.Repository;

/// <summary>Patterns bracket a letter so that this file does not match itself.</summary>
public sealed partial class SourceTextTests
{
    private const int MostLines = 250;

    [Fact]
    public void Nothing_is_left_to_be_done() => Everywhere(Unfinished()).ShouldBeEmpty();

    [Fact]
    public void No_file_hides_parts_of_itself() => Everywhere(Folded()).ShouldBeEmpty();

    [Fact]
    public void No_file_names_a_path_of_one_machine() => Everywhere(MachinePath()).ShouldBeEmpty();

    [Fact]
    public void No_file_carries_characters_that_cannot_be_seen() => Everywhere(Invisible()).ShouldBeEmpty();

    [Fact]
    public void Tests_do_not_sleep() =>
        RepositoryFolder.Under("tests").SelectMany(file => file.Find(Sleeping())).ShouldBeEmpty();

    [Fact]
    public void Files_stay_short() =>
        RepositoryFolder.Code
            .Where(file => file.Lines > MostLines)
            .Select(file => $"{file.Path}: {file.Lines} lines")
            .ShouldBeEmpty();

    private static IEnumerable<string> Everywhere(Regex pattern) =>
        RepositoryFolder.TextFiles.SelectMany(file => file.Find(pattern));

    [GeneratedRegex(@"\b(T[O]DO|F[I]XME|H[A]CK|X[X]X)\b|NotImplemented[E]xception")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\s*#[r]egion|^\s*#pragma [w]arning disable\s*$")]
    private static partial Regex Folded();

    [GeneratedRegex(@"(?<![\w.~$}/-])/([w]ork|[r]oot|[U]sers|home/[a-z]+)/|[A-Z]:\\[U]sers")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u0000-\u0008\u000b\u000c\u000e-\u001f]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"Thread\.Sleep\(|Task\.Delay\(")]
    private static partial Regex Sleeping();
}
