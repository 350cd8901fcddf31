namespace LookoutVision.Cli.Completion;

/// <summary>What each shell runs to complete the command; all ask <see cref="CompleteCommand"/>.</summary>
internal static class ShellScripts
{
    public const string Bash = """
        # lookoutvision: put this into ~/.bashrc:  source <(lookoutvision completion bash)
        _lookoutvision() {
          local IFS=$'\n'
          COMPREPLY=($(lookoutvision complete "$COMP_POINT" "$COMP_LINE" 2>/dev/null))
        }
        complete -o default -F _lookoutvision lookoutvision
        """;

    public const string Zsh = """
        # lookoutvision: put this into ~/.zshrc, after compinit:  source <(lookoutvision completion zsh)
        _lookoutvision() {
          local line="${(j: :)words[1,CURRENT]}"
          local -a found
          found=("${(@f)$(lookoutvision complete ${#line} "$line" 2>/dev/null)}")
          if [[ -n "${found[1]}" ]]; then compadd -- "${found[@]}"; else _files; fi
        }
        compdef _lookoutvision lookoutvision
        """;

    public const string Fish = """
        # lookoutvision: run once:  lookoutvision completion fish > ~/.config/fish/completions/lookoutvision.fish
        complete -c lookoutvision -a '(lookoutvision complete (string length -- (commandline -cp)) (commandline -cp) 2>/dev/null)'
        """;

    public const string PowerShell = """
        # lookoutvision: put this into $PROFILE:  lookoutvision completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName lookoutvision -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $line = $commandAst.ToString().PadRight($cursorPosition)
            lookoutvision complete $cursorPosition $line 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;
}
