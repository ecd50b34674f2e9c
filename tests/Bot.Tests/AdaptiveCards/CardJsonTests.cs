using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Bot.AdaptiveCards;
using Bot.AdaptiveCards.Actions;
using Bot.AdaptiveCards.Charts;
using Bot.AdaptiveCards.Containers;
using Bot.AdaptiveCards.Elements;
using Bot.AdaptiveCards.Inputs;
using Bot.AdaptiveCards.Teams;

namespace Bot.Tests.AdaptiveCards;

public sealed class CardJsonTests
{
    [Fact]
    public void Every_member_of_every_element_is_written_below_its_base_type() =>
        Assert.Equal(
            """
            {"type":"AdaptiveCard","version":"1.5","lang":"vi","speak":"Nói","fallbackText":"Thay","msteams":{"width":"Full","entities":[{"type":"mention","text":"<at>An</at>","mentioned":{"id":"29:1","name":"An"}}]},
            "body":[
            {"type":"TextBlock","id":"t","lang":"en","text":"Sở Y tế & “80%”","wrap":true,"size":"extraLarge","weight":"bolder","color":"attention","isSubtle":true,"style":"heading","isVisible":false,"separator":true,"spacing":"extraLarge","horizontalAlignment":"right","targetWidth":"atLeast:standard"},
            {"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"nghiêng","lang":"vi","italic":true,"isSubtle":true,"size":"small","weight":"lighter","color":"accent"}]},
            {"type":"FactSet","facts":[{"title":"Thời hạn","value":"28/03/2023"}]},
            {"type":"Image","url":"https://x.example/a.png","altText":"","size":"medium"},
            {"type":"Container","items":[],"style":"emphasis","showBorder":true,"roundedCorners":true,"selectAction":{"type":"Action.OpenUrl","title":"Mở","url":"https://x.example/"},"minHeight":"44px"},
            {"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"TextBlock","text":"a","wrap":true}],"width":"auto","style":"good","roundedCorners":true,"verticalContentAlignment":"center","spacing":"none"}],"style":"accent","selectAction":{"type":"Action.OpenUrl","title":"Mở","url":"https://x.example/"}},
            {"type":"Table","columns":[{"width":2,"horizontalCellContentAlignment":"right","verticalCellContentAlignment":"bottom"}],"rows":[{"type":"TableRow","cells":[{"type":"TableCell","items":[{"type":"TextBlock","text":"b","wrap":true}],"selectAction":{"type":"Action.OpenUrl","title":"Mở","url":"https://x.example/"}}],"style":"warning"}],"firstRowAsHeaders":true,"showGridLines":false,"gridStyle":"default"},
            {"type":"ActionSet","actions":[{"type":"Action.OpenUrl","title":"Mở","url":"https://x.example/"}]},
            {"type":"Badge","text":"Chưa có","icon":"SubtractCircle","style":"Subtle","appearance":"Tint","size":"ExtraLarge","shape":"Circular","tooltip":"gợi ý","fallback":{"type":"TextBlock","text":"– Chưa có","wrap":true}},
            {"type":"Icon","name":"ErrorCircle","size":"xSmall","style":"Filled","color":"attention","fallback":{"type":"TextBlock","text":"!","wrap":true}},
            {"type":"Input.Text","id":"n","label":"Số","isRequired":true,"errorMessage":"Nhập số.","value":"1","placeholder":"35","isMultiline":false,"maxLength":9,"regex":".+"},
            {"type":"Input.Date","id":"d","label":"Ngày","value":"2023-03-28","min":"2023-01-01","max":"2023-12-31"},
            {"type":"Input.Number","id":"m","label":"Lượng","value":85.50,"min":0,"max":100,"placeholder":"0"},
            {"type":"Input.Toggle","id":"g","label":"Có","title":"Đồng ý","value":"true","wrap":true},
            {"type":"Input.ChoiceSet","id":"c","label":"Chọn","choices":[{"title":"A","value":"a"}],"value":"a","style":"filtered","isMultiSelect":true,"wrap":true},
            {"type":"Chart.HorizontalBar","data":[{"x":"SYT","y":90.5,"color":"categoricalBlue"},{"x":"SNV","y":1}],"xAxisTitle":"%","displayMode":"AbsoluteWithAxis","title":"Hạng","showTitle":false,"showLegend":true,"maxWidth":"520px","fallback":{"type":"TextBlock","text":"bảng","wrap":true}},
            {"type":"Chart.HorizontalBar.Stacked","data":[{"title":"SYT","data":[{"legend":"Thiếu","value":1,"color":"attention"}]}],"title":"Tình trạng","fallback":{"type":"TextBlock","text":"bảng","wrap":true}},
            {"type":"Chart.VerticalBar","data":[],"yAxisTitle":"%","yMin":0,"yMax":100,"title":"Cột","fallback":{"type":"TextBlock","text":"bảng","wrap":true}},
            {"type":"Chart.Line","data":[{"legend":"Chỉ tiêu","values":[{"x":"IV/24","y":80}],"color":"good"}],"yAxisTitle":"%","yMin":0,"yMax":100,"title":"Dòng","fallback":{"type":"TextBlock","text":"bảng","wrap":true}},
            {"type":"Chart.Donut","data":[{"legend":"Đúng hạn","value":3,"color":"attention"}],"value":"3","title":"Vòng","fallback":{"type":"TextBlock","text":"bảng","wrap":true}}
            ],
            "actions":[
            {"type":"Action.Execute","id":"x","title":"Xác nhận","verb":"a/b","data":{"verb":"a/b"},"associatedInputs":"none","style":"positive","mode":"secondary","tooltip":"gợi ý","iconUrl":"icon:Add","fallback":{"type":"Action.Submit","title":"Xác nhận","data":{"verb":"a/b"},"associatedInputs":"auto"}},
            {"type":"Action.ToggleVisibility","title":"Hiện","targetElements":["t"]},
            {"type":"Action.ShowCard","title":"Thêm","card":{"type":"AdaptiveCard","version":"1.5","lang":"vi","speak":"s","fallbackText":"f","body":[]}}
            ],
            "refresh":{"action":{"type":"Action.Execute","title":"Làm mới","verb":"r"},"userIds":["29:1"]}}
            """,
            Encoding.UTF8.GetString(CardJson.ToUtf8(Everything())),
            new SameJson()
        );

    [Fact]
    public void The_type_comes_first_and_teams_members_before_the_body()
    {
        var json = Encoding.UTF8.GetString(CardJson.ToUtf8(Everything()));

        Assert.StartsWith("""{"type":"AdaptiveCard","version":"1.5",""", json);
        Assert.True(json.IndexOf("\"msteams\"", StringComparison.Ordinal) < json.IndexOf("\"body\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Vietnamese_letters_quotes_and_angle_brackets_are_written_as_they_are()
    {
        var json = Encoding.UTF8.GetString(CardJson.ToUtf8(Everything()));

        Assert.Contains("Sở Y tế & “80%”", json);
        Assert.Contains("<at>An</at>", json);
        Assert.DoesNotContain("\\u", json);
    }

    [Fact]
    public void Members_that_are_null_are_left_out() =>
        Assert.DoesNotContain("null", Encoding.UTF8.GetString(CardJson.ToUtf8(Everything())));

    /// <summary>A member that a new element forgets to write would be lost without a word.</summary>
    [Fact]
    public void Every_public_member_of_every_kind_is_written()
    {
        var written = new HashSet<PropertyInfo>();
        Walk(Everything(), JsonNode.Parse(CardJson.ToUtf8(Everything()))!, written);

        var kinds = typeof(CardPart).Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(CardPart)));
        Assert.Empty(kinds.SelectMany(Members).Select(Path).Except(written.Select(Path)));
    }

    private static string Path(PropertyInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";

    private static IEnumerable<PropertyInfo> Members(Type kind) => kind.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static void Walk(CardPart part, JsonNode json, HashSet<PropertyInfo> written)
    {
        foreach (var member in Members(part.GetType()))
        {
            var value = member.GetValue(part);
            if (value is null || json[Name(member)] is not { } inside)
            {
                Assert.Null(value);
                continue;
            }

            written.Add(member);
            switch (value)
            {
                case CardPart inner:
                    Walk(inner, inside, written);
                    break;
                case IEnumerable<CardPart> inner:
                    foreach (var (one, at) in inner.Select((p, i) => (p, i)))
                    {
                        Walk(one, inside[at]!, written);
                    }

                    break;
            }
        }
    }

    private static string Name(PropertyInfo member) =>
        member.Name == "MsTeams" ? "msteams" : System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member.Name);

    [Fact]
    public void The_library_refers_to_nothing_of_ours() =>
        Assert.DoesNotContain(
            typeof(AdaptiveCard).Assembly.GetReferencedAssemblies(),
            a => a.Name!.StartsWith("Bot", StringComparison.Ordinal)
        );

    private static AdaptiveCard Everything()
    {
        var table = new TextBlock("bảng");
        return new([
            new TextBlock("Sở Y tế & “80%”")
            {
                Id = "t",
                Lang = "en",
                Size = TextSize.ExtraLarge,
                Weight = TextWeight.Bolder,
                Color = TextColor.Attention,
                IsSubtle = true,
                Style = TextBlockStyle.Heading,
                IsVisible = false,
                Separator = true,
                Spacing = Spacing.ExtraLarge,
                HorizontalAlignment = HorizontalAlignment.Right,
                TargetWidth = "atLeast:standard",
            },
            new RichTextBlock([
                new TextRun("nghiêng")
                {
                    Lang = "vi",
                    Italic = true,
                    IsSubtle = true,
                    Size = TextSize.Small,
                    Weight = TextWeight.Lighter,
                    Color = TextColor.Accent,
                },
            ]),
            new FactSet([new("Thời hạn", "28/03/2023")]),
            new Image("https://x.example/a.png", "") { Size = ImageSize.Medium },
            new Container([])
            {
                Style = ContainerStyle.Emphasis,
                ShowBorder = true,
                RoundedCorners = true,
                MinHeight = "44px",
                SelectAction = new OpenUrlAction("Mở", "https://x.example/"),
            },
            new ColumnSet([
                new([new TextBlock("a")])
                {
                    Width = "auto",
                    Style = ContainerStyle.Good,
                    RoundedCorners = true,
                    VerticalContentAlignment = VerticalAlignment.Center,
                    Spacing = Spacing.None,
                },
            ])
            {
                Style = ContainerStyle.Accent,
                SelectAction = new OpenUrlAction("Mở", "https://x.example/"),
            },
            new Table(
                [
                    new(2)
                    {
                        HorizontalCellContentAlignment = HorizontalAlignment.Right,
                        VerticalCellContentAlignment = VerticalAlignment.Bottom,
                    },
                ],
                [
                    new([new([new TextBlock("b")]) { SelectAction = new OpenUrlAction("Mở", "https://x.example/") }])
                    {
                        Style = ContainerStyle.Warning,
                    },
                ]
            )
            {
                GridStyle = ContainerStyle.Default,
            },
            new ActionSet([new OpenUrlAction("Mở", "https://x.example/")]),
            new Badge("Chưa có", new("– Chưa có"))
            {
                Icon = "SubtractCircle",
                Style = BadgeStyle.Subtle,
                Appearance = BadgeAppearance.Tint,
                Size = BadgeSize.ExtraLarge,
                Shape = BadgeShape.Circular,
                Tooltip = "gợi ý",
            },
            new Icon("ErrorCircle", new("!"))
            {
                Size = IconSize.ExtraSmall,
                Style = IconStyle.Filled,
                Color = TextColor.Attention,
            },
            new TextInput("n", "Số")
            {
                IsRequired = true,
                ErrorMessage = "Nhập số.",
                Value = "1",
                Placeholder = "35",
                IsMultiline = false,
                MaxLength = 9,
                Regex = ".+",
            },
            new DateInput("d", "Ngày")
            {
                Value = "2023-03-28",
                Min = "2023-01-01",
                Max = "2023-12-31",
            },
            new NumberInput("m", "Lượng")
            {
                Value = 85.50m,
                Min = 0,
                Max = 100,
                Placeholder = "0",
            },
            new ToggleInput("g", "Có", "Đồng ý") { Value = "true", Wrap = true },
            new ChoiceSetInput("c", "Chọn", [new("A", "a")])
            {
                Value = "a",
                Style = ChoiceSetStyle.Filtered,
                IsMultiSelect = true,
                Wrap = true,
            },
            new HorizontalBarChart("Hạng", [new("SYT", 90.5m, ChartColor.CategoricalBlue), new("SNV", 1)], table)
            {
                XAxisTitle = "%",
                DisplayMode = BarDisplayMode.AbsoluteWithAxis,
                ShowTitle = false,
                ShowLegend = true,
                MaxWidth = "520px",
            },
            new StackedBarChart("Tình trạng", [new("SYT", [new("Thiếu", 1, ChartColor.Attention)])], table),
            new VerticalBarChart("Cột", [], table)
            {
                YAxisTitle = "%",
                YMin = 0,
                YMax = 100,
            },
            new LineChart("Dòng", [new("Chỉ tiêu", [new("IV/24", 80)], ChartColor.Good)], table)
            {
                YAxisTitle = "%",
                YMin = 0,
                YMax = 100,
            },
            new DonutChart("Vòng", [new("Đúng hạn", 3, ChartColor.Attention)], table) { Value = "3" },
        ])
        {
            Lang = "vi",
            Speak = "Nói",
            FallbackText = "Thay",
            MsTeams = new() { Width = TeamsWidth.Full, Entities = [new("<at>An</at>", new("29:1", "An"))] },
            Refresh = new(new ExecuteAction("Làm mới", "r")) { UserIds = ["29:1"] },
            Actions =
            [
                new ExecuteAction("Xác nhận", "a/b")
                {
                    Id = "x",
                    Data = new Dictionary<string, string> { ["verb"] = "a/b" },
                    AssociatedInputs = AssociatedInputs.None,
                    Style = ActionStyle.Positive,
                    Mode = ActionMode.Secondary,
                    Tooltip = "gợi ý",
                    IconUrl = "icon:Add",
                    Fallback = new SubmitAction("Xác nhận")
                    {
                        Data = new Dictionary<string, string> { ["verb"] = "a/b" },
                        AssociatedInputs = AssociatedInputs.Auto,
                    },
                },
                new ToggleVisibilityAction("Hiện", ["t"]),
                new ShowCardAction(
                    "Thêm",
                    new([])
                    {
                        Lang = "vi",
                        Speak = "s",
                        FallbackText = "f",
                    }
                ),
            ],
        };
    }

    /// <summary>Compares JSON by value: the schema does not order members.</summary>
    private sealed class SameJson : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => JsonNode.DeepEquals(JsonNode.Parse(x!), JsonNode.Parse(y!));

        public int GetHashCode(string json) => 0;
    }
}
