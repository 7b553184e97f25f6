using System.Text.Json.Nodes;

namespace AiFixer.Playground.Lark.Rest;

/// <summary>What the second version of cards knows.</summary>
internal static class CardElements
{
    public static readonly string[] TopLevel = ["schema", "config", "card_link", "header", "body"];

    public static readonly string[] Colours =
        ["blue", "wathet", "turquoise", "green", "yellow", "orange", "red", "carmine", "violet", "purple", "indigo", "grey", "default"];

    private static readonly string[] Common = ["tag", "element_id", "margin"];

    private static readonly string[] Container =
        ["direction", "padding", "horizontal_spacing", "horizontal_align", "vertical_spacing", "vertical_align", "elements"];

    private static readonly string[] Field =
        ["name", "required", "placeholder", "disabled", "width", "behaviors", "confirm", "value", "type", "options", "initial_option", "initial_index", "selected_values"];

    /// <summary>Every tag, and what it may carry beside what all may.</summary>
    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["markdown"] = ["content", "text_align", "text_size", "icon", "href"],
        ["div"] = ["text", "icon", "width", "fields"],
        ["hr"] = [],
        ["img"] = ["img_key", "alt", "title", "preview", "scale_type", "size", "corner_radius", "transparent"],
        ["column_set"] = ["horizontal_spacing", "horizontal_align", "flex_mode", "background_style", "action", "columns"],
        ["column"] = [.. Container, "width", "weight", "background_style", "action"],
        ["button"] =
        [
            "text", "type", "size", "width", "icon", "hover_tips", "disabled", "disabled_tips", "confirm", "behaviors", "name", "required",
            "form_action_type", "value", "url",
        ],
        ["form"] = [.. Container, "name", "confirm", "fallback"],
        ["input"] =
        [
            .. Field, "label", "label_position", "default_value", "max_length", "input_type", "show_icon", "rows", "auto_resize", "max_rows", "fallback",
        ],
        ["select_static"] = Field,
        ["multi_select_static"] = Field,
        ["select_person"] = Field,
        ["multi_select_person"] = Field,
        ["date_picker"] = [.. Field, "initial_date"],
        ["picker_time"] = [.. Field, "initial_time"],
        ["picker_datetime"] = [.. Field, "initial_datetime"],
        ["checker"] = [.. Field, "text", "checked", "overall_checkable", "button_area", "checked_style", "padding", "hover_tips", "disabled_tips"],
        ["overflow"] = Field,
        ["table"] = ["page_size", "row_height", "row_max_height", "freeze_first_column", "header_style", "columns", "rows"],
        ["chart"] = ["chart_spec", "aspect_ratio", "color_theme", "preview", "height"],
        ["person"] = ["user_id", "size", "show_avatar", "show_name", "style"],
        ["person_list"] = ["persons", "size", "show_avatar", "show_name", "lines", "drop_invalid_user_id"],
        ["collapsible_panel"] = [.. Container, "expanded", "background_color", "header", "border"],
        ["interactive_container"] =
        [
            .. Container, "width", "height", "background_style", "has_border", "border_color", "corner_radius", "behaviors", "hover_tips", "disabled",
            "disabled_tips", "confirm",
        ],
    };

    public static readonly string[] Interactive =
    [
        "button", "input", "select_static", "multi_select_static", "select_person", "multi_select_person", "date_picker", "picker_time",
        "picker_datetime", "checker", "overflow",
    ];

    public static bool IsKnown(string tag) => Known.ContainsKey(tag);

    /// <returns>A property that such an element must not have; null when there is none.</returns>
    public static string? Stranger(string tag, JsonObject element) => Stranger(element, [.. Common, .. Known[tag]]);

    public static string? Stranger(JsonObject element, string[] known) =>
        element.Select(property => property.Key).FirstOrDefault(name => !known.Contains(name));

    public static string Said(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
}
