using System.Text.RegularExpressions;
using Bot.Tests.House;
using YamlDotNet.RepresentationModel;

namespace Bot.Tests.Deploy;

/// <summary>
/// What can be said of the deployment files without Docker and Azure: that they parse, that names, ports and keys agree with the program and
/// with each other, and that nothing runs as root or carries a secret.
/// </summary>
public sealed partial class DeployTests
{
    private static readonly string[] Image = Lines("Dockerfile");
    private static readonly string Bicep = Text("main.bicep");

    [Fact]
    public void The_image_is_built_with_node_so_that_the_dashboard_has_the_library_of_teams()
    {
        var publish = Array.FindIndex(Image, line => line.StartsWith("RUN dotnet publish", StringComparison.Ordinal));

        Assert.Contains("COPY --from=node /usr/local/ /usr/local/", Image[..publish]);
    }

    [Fact]
    public void The_image_is_chiselled_for_this_runtime_and_not_roots()
    {
        var last = Array.FindLastIndex(Image, line => line.StartsWith("FROM ", StringComparison.Ordinal));

        Assert.Equal("FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra", Image[last]);
        Assert.Contains("net10.0", File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")), StringComparison.Ordinal);
        Assert.Equal(["USER $APP_UID"], Image[last..].Where(line => line.StartsWith("USER", StringComparison.Ordinal)));
        // Without a shell nothing can be run while the image is made.
        Assert.DoesNotContain(Image[last..], line => line.StartsWith("RUN", StringComparison.Ordinal));
        Assert.Equal("ENTRYPOINT [\"dotnet\", \"Bot.dll\"]", Image[^1]);
    }

    [Fact]
    public void Everything_speaks_of_one_port()
    {
        Assert.Contains("ENV ASPNETCORE_URLS=http://+:8080", Image);
        Assert.Contains("EXPOSE 8080", Image);
        Assert.EndsWith(":8080", Scalar(Service("bot"), "ports", 0), StringComparison.Ordinal);
        Assert.Matches(@"(?m)^var port = 8080$", Bicep);
        Assert.Equal(2, Regex.Count(Bicep, @"(?m)^\s+port: port$"));
        Assert.Single(Regex.Matches(Bicep, @"targetPort: port"));
    }

    [Fact]
    public void The_composition_keeps_the_bot_small_and_the_database_first()
    {
        var bot = Service("bot");

        Assert.Equal("true", Scalar(bot, "read_only"));
        Assert.Equal("ALL", Scalar(bot, "cap_drop", 0));
        Assert.Equal("no-new-privileges:true", Scalar(bot, "security_opt", 0));
        Assert.StartsWith("127.0.0.1:", Scalar(bot, "ports", 0), StringComparison.Ordinal);
        Assert.Equal("service_healthy", Scalar(Map(Map(bot, "depends_on"), "store"), "condition"));
        Assert.True(Map(Service("store"), "healthcheck").Children.Count > 0);
        // Redis is asked of, and is no condition.
        Assert.Equal("redis-cli", Scalar(Map(Service("cache"), "healthcheck"), "test", 1));
        Assert.Equal("cache:6379", Scalar(Map(bot, "environment"), "ConnectionStrings__Redis"));
        Assert.Equal("service_started", Scalar(Map(Map(bot, "depends_on"), "cache"), "condition"));
        Assert.True(
            File.Exists(
                Path.Combine(Repository.Root, "deploy", Scalar(Map(bot, "build"), "context"), Scalar(Map(bot, "build"), "dockerfile"))
            )
        );
    }

    [Fact]
    public void Every_setting_is_one_that_the_README_names()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var composed = Map(Service("bot"), "environment").Children.Keys.Select(key => key.ToString());
        var inAzure = Setting().Matches(Bicep).Select(match => match.Groups[1].Value);

        Assert.All(composed.Concat(inAzure).Distinct(), key => Assert.Contains($"`{key}`", readme, StringComparison.Ordinal));
        Assert.Contains("UserAssignedMSI", Bicep, StringComparison.Ordinal);
        Assert.DoesNotContain("MicrosoftAppPassword", Bicep, StringComparison.Ordinal);
    }

    [Fact]
    public void No_secret_stands_in_the_files_and_each_that_is_wanted_is_asked_for()
    {
        var variables = Variable().Matches(Text("compose.yaml")).Select(match => match.Groups[1].Value).Distinct().Except(["STORE_SEED"]);
        var example = Lines(".env.example").Select(line => line.Split('='));

        Assert.Equal(variables.Order(), example.Select(line => line[0]).Order());
        Assert.All(example, line => Assert.True(line[1].Length == 0 || line[0] == "PUBLIC_ADDRESS"));
        Assert.Contains("keyVaultUrl:", Bicep, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?i)password\s*[:=]\s*'[^$]", Bicep);
    }

    [Fact]
    public void The_template_closes_what_it_opens_and_names_only_what_it_declares()
    {
        var code = Comment().Replace(Bicep, "");
        foreach (var (open, close) in (ReadOnlySpan<(char, char)>)[('{', '}'), ('[', ']'), ('(', ')')])
        {
            Assert.Equal(code.Count(c => c == open), code.Count(c => c == close));
        }

        Assert.Equal(0, code.Count(c => c == '\'') % 2);
        var declared = Declared().Matches(code).Select(match => match.Groups[1].Value).ToHashSet();
        var used = Used().Matches(code).Select(match => match.Groups[1].Value + match.Groups[2].Value).ToHashSet();
        Assert.Subset(declared, used);
        Assert.Equal(
            declared.Order(),
            declared.Where(name => Regex.Count(code, $@"\b{name}\b") > 1 || name is "teams" or "appId" or "host").Order()
        );
        Assert.Contains("/api/messages'", code, StringComparison.Ordinal);
        Assert.Contains("path: '/health/live'", code, StringComparison.Ordinal);
        Assert.Contains("path: '/health/ready'", code, StringComparison.Ordinal);
    }

    [Fact]
    public void The_identity_may_pull_from_a_registry_that_is_named_and_the_store_starts_as_it_is_told()
    {
        Assert.Contains("7f951dda-4ed3-4680-a7ca-43fe172d538d", Bicep, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^param registryName string = ''$", Bicep);
        Assert.Matches(@"@allowed\(\['catalog', 'article', 'none'\]\)\nparam seed string = 'catalog'", Bicep);
        Assert.Contains("{ name: 'Store__Seed', value: seed }", Bicep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_guide_says_what_was_not_run()
    {
        var guide = Text("README.md");

        Assert.Contains("no image was built, no template deployed", guide, StringComparison.Ordinal);
        Assert.All(["compose.yaml", "main.bicep", ".env.example"], name => Assert.Contains(name, guide, StringComparison.Ordinal));
    }

    private static YamlMappingNode Service(string name)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text("compose.yaml")));
        return Map(Map((YamlMappingNode)yaml.Documents[0].RootNode, "services"), name);
    }

    private static YamlMappingNode Map(YamlMappingNode of, string name) => (YamlMappingNode)of.Children[new YamlScalarNode(name)];

    private static string Scalar(YamlMappingNode of, string name) => of.Children[new YamlScalarNode(name)].ToString();

    private static string Scalar(YamlMappingNode of, string name, int at) =>
        ((YamlSequenceNode)of.Children[new YamlScalarNode(name)]).Children[at].ToString();

    private static string[] Lines(string file) =>
        [.. Text(file).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')];

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, "deploy", file));

    [GeneratedRegex(@"\{ name: '([A-Za-z_]+)',")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\$\{([A-Z_]+)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"(?m)^\s*//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?m)^(?:param|var|resource|output) (\w+)")]
    private static partial Regex Declared();

    // What a property is taken of, what stands in a text, and what is named as a value.
    [GeneratedRegex(@"(?<![\w.'])([a-z]\w*)\.(?:id|name|properties|listKeys)\b|(?<=\$\{)([a-z]\w*)(?=\})")]
    private static partial Regex Used();
}
