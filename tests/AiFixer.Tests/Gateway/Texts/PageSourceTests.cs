using AiFixer.Tests.Repository;

namespace AiFixer.Tests.Gateway.Texts;

/// <summary>No page says anything by itself: all words come from the files of sentences.</summary>
public sealed class PageSourceTests
{
    public static TheoryData<string> Pages =>
        [.. RepositoryFolder.Under("AiFixer.Gateway").Where(file => file.Extension == ".razor").Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_has_no_words_of_its_own(string path) =>
        PageWords.Of(RepositoryFolder.TextFiles.Single(file => file.Path == path).Text).ShouldBeEmpty();

    [Theory]
    [InlineData("<p>Nothing here.</p>", "Nothing here.")]
    [InlineData("<p>@count of @all</p>", "of")]
    [InlineData("<span>by <bdi>@name</bdi></span>", "by")]
    [InlineData("<input placeholder=\"why not\" />", "why not")]
    [InlineData("<nav aria-label=\"Pages\"></nav>", "Pages")]
    [InlineData("<PageShell Title=\"Policy\" Context=\"Context\">", "Policy")]
    [InlineData("<p>@(good ? \"Yes, it is\" : word)</p>", "Yes, it is")]
    [InlineData("<text>, until </text>", ", until")]
    [InlineData("@if (Model.Items.Count > 0)\n{\n    <p>There are some</p>\n}", "There are some")]
    [InlineData("<p>@Words.Tell(\"a.b\", @<strong>No word</strong>)</p>", "No word")]
    public void Words_that_are_there_are_found(string page, string word) => PageWords.Of(page).ShouldContain(word);

    [Theory]
    [InlineData("<h1>@Words[\"list.title\"]</h1>")]
    [InlineData("@if (Model.Items.Count > 0)\n{\n <p class=\"x\">@Words.Say(\"list.more\", a.B(c))</p>\n}\nelse if (x)\n{\n}")]
    [InlineData("<span class=\"@(x ? \"good\" : \"bad\")\">@name</span>")]
    [InlineData("<td>@(kept.Playbook?.Name ?? kept.Document.Name)</td>")]
    [InlineData("<li>@Words.Tell(a ? \"x.y\" : \"x.z\", @<bdi>@one.Name</bdi>, @<text>@one.Count</text>)</li>")]
    [InlineData("@foreach (var severity in Enum.GetValues<Severity>())\n{\n}")]
    public void Words_that_are_not_there_are_not_found(string page) => PageWords.Of(page).ShouldBeEmpty();
}
