using System.Text.RegularExpressions;
using AiFixer.Lark.Texts;
using AiFixer.Tests.Repository;

namespace AiFixer.Tests.Lark.Texts;

/// <summary>What AiFixer itself writes into the journal is read in Chinese on a Chinese card.</summary>
public sealed partial class OwnSentencesTests
{
    public static TheoryData<string> Forms => [.. OwnSentences.Load().Keys.Where(form => form.Contains(' ', StringComparison.Ordinal))];

    public static TheoryData<string> Reasons => [.. Said("AiFixer.Core/Policy/Rules", Judged()).Concat(Said("AiFixer.Core/Incidents/Workflow/Refusals.cs", Refused())).Concat(Said("AiFixer.Core/Incidents/Workflow/Approvals.cs", Refused()))];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_sentence_that_is_known_is_one_that_is_said(string form)
    {
        var longest = Place().Split(form).MaxBy(words => words.Length)!.Trim();

        RepositoryFolder.Under("AiFixer.Core").ShouldContain(file => file.Text.Contains(longest, StringComparison.Ordinal), longest);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_of_the_policy_and_every_refusal_is_known(string sentence)
    {
        var said = OwnSentences.Chinese.Say(sentence);

        said.ShouldNotBe(sentence);
        said.Any(letter => letter > 0x4E00).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Bob may not do that: it takes the role approver.", "Bob 不能这样做：需要“审批者”角色。")]
    [InlineData("Ann rejected diagnosis/1: it is the disk", "Ann 拒绝了 diagnosis/1：it is the disk")]
    [InlineData("The fix failed after 3 tries: it timed out", "修复尝试 3 次后失败：it timed out")]
    [InlineData("It was not sent. It timed out.", "未发出。It timed out.")]
    [InlineData("It did not happen and was not sent again. AiFixer is stopped.", "未生效，也未再次发出。AiFixer is stopped.")]
    [InlineData("ssh.cmd did not happen, and sending it again might do it twice.", "ssh.cmd 未生效，再次发出可能会重复执行。")]
    [InlineData("somebody wrote this", "somebody wrote this")]
    [InlineData("", "")]
    public void Values_stay_and_what_is_not_ours_stays_too(string said, string read) => OwnSentences.Chinese.Say(said).ShouldBe(read);

    [Fact]
    public void English_stays_English() => Words.English.Own("It is in your hands already.").ShouldBe("It is in your hands already.");

    /// <summary>The sentences in the sources, with something where a value goes.</summary>
    private static IEnumerable<string> Said(string path, Regex form) => RepositoryFolder.Code
        .Where(file => file.Path.StartsWith(path, StringComparison.Ordinal))
        .SelectMany(file => form.Matches(file.Text))
        .Select(match => Value().Replace(match.Groups["said"].Value, "something"))
        .Where(sentence => !sentence.StartsWith("something", StringComparison.Ordinal) || sentence.Length > 20)
        .Distinct();

    [GeneratedRegex("""PolicyOutcome\.\w+, \$?"(?<said>(?:\{(?:[^{}"]|"[^"]*")*\}|[^"])+)"\)""")]
    private static partial Regex Judged();

    [GeneratedRegex("""RefusalCode\.(?:NotNow|NotAllowed), \$?"(?<said>(?:\{(?:[^{}"]|"[^"]*")*\}|[^"])+)"\)""")]
    private static partial Regex Refused();

    [GeneratedRegex("""\{(?:[^{}"]|"[^"]*")*\}""")]
    private static partial Regex Value();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();
}
