;;; -*- lexical-binding: t -*-
;; Emacs as somebody has it who follows docs/editors.md, and what the tests do in it.
(let ((root (getenv "CLAIMWRIGHT_ROOT")))
  (setq native-comp-deferred-compilation nil native-comp-jit-compilation nil)
  (setq make-backup-files nil auto-save-default nil create-lockfiles nil)
  (when (fboundp 'package-initialize) (package-initialize))
  (require 'markdown-mode)
  (add-to-list 'load-path (expand-file-name "docs/editors" root))
  (require 'claimwright)
  (load (expand-file-name "test/editors/drive.el" root) nil t))
