using AiFixer.Core.Texts;

namespace AiFixer.Tests.Core.Texts;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("zh", Language.Chinese)]
    [InlineData("zh-CN", Language.Chinese)]
    [InlineData("zh_cn", Language.Chinese)]
    [InlineData("zh-Hant-TW", Language.Chinese)]
    [InlineData("Chinese", Language.Chinese)]
    [InlineData("en-GB", Language.English)]
    [InlineData(" EN ", Language.English)]
    [InlineData("de", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_language_is_told_by_its_tag(string? tag, Language? language) => LanguageTag.Parse(tag).ShouldBe(language);

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", Language.Chinese)]
    [InlineData("en-US,en;q=0.9,zh-CN;q=0.8", Language.English)]
    [InlineData("de, zh;q=0.5, en;q=0.7", Language.English)]
    [InlineData("zh;q=0, en;q=0.1", Language.English)]
    [InlineData("de-DE,fr", null)]
    [InlineData("*", null)]
    [InlineData("zh;q=much", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_language_that_is_liked_best_is_taken(string? accepted, Language? language) => LanguageTag.Preferred(accepted).ShouldBe(language);

    [Fact]
    public void Every_language_is_read_as_it_is_written() =>
        LanguageTag.All.ShouldAllBe(language => LanguageTag.Parse(LanguageTag.Of(language)) == language);
}
